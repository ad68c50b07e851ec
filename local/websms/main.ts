/** The stand-in of this provider as a program. Usage: node main.ts <port> <folder of its state> */
import { serveProvider } from '../web-provider/server.ts';
import { websms } from './websms.ts';

const [port, folder = ''] = process.argv.slice(2);
serveProvider(websms, folder, Number(port)).on('listening', () => console.log(`listens on port ${port}`));
