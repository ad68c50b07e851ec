export const USAGE = `heraut-edge: the agent on the office box, between Heraut's cloud and a GSM modem

  heraut-edge run <config.json>            the service; ends with SIGTERM
  heraut-edge modem check                  the serial ports that there are
  heraut-edge join --url <https://…> --code <join code> [--modem <modem>] [--config <file>] [--state <folder>] [--replace]
                                           makes this box's key, gets its certificate, writes the configuration
  heraut-edge modem check <modem>          what the modem is, its SIM, its signal, its settings
  heraut-edge modem listen <modem>         delivery reports and what else it says, until Ctrl-C
  heraut-edge modem send <modem> --to <number> --text <text> [--count <n>] [--journal <folder>]
                                           sends without the cloud; one JSON line a message
  heraut-edge modem send <modem> --journal <folder>
                                           brings to its end what that journal still has, and no more
  heraut-edge --help | --version

  <modem>            /dev/ttyUSB0, usb:<vendor>:<product>, or tcp://<host>:<port> of a serial server
  --baud <n>         of a serial line, 115200 unless given
  --flow-control     of a serial line: none, or rts-cts; none unless given
  --to               with plus sign and country: +31612345678
  --text             {n} in it is the number of the message
  --count            1 unless given, 10000 at most
  --config           /etc/heraut-edge/config.json unless given; never overwritten without --replace, which changes its cloud part
  --state            /var/lib/heraut-edge unless given: where key, certificate and journal lie
  --journal          a folder of its own, never the service's; a temporary one unless given
  --answer-timeout   seconds that the modem may take to answer a text, 120 unless given
  HERAUT_EDGE_PIN    in the environment: the PIN of the SIM card, for send and listen

Exit codes: 0 done; 1 it could not be done; 2 wrong command line; 3 not sent, or the modem can't send as it is;
4 sent or not, nobody knows; 130 interrupted with messages open.
`;
