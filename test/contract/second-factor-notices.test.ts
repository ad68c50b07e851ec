import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Route } from '../../contract/route.ts';
import { routes } from '../../contract/routes/index.ts';
import { totpCode } from '../../functions/adapters/crypto/totp.ts';
import { loadFunctions } from '../support/functions.ts';
import { startMailServer } from '../support/mail-server.ts';
import { authenticator } from '../support/passkeys/authenticator.ts';
import { makeRecoveries, type RecoverySteps } from '../support/recovery.ts';
import { useTable } from '../support/table.ts';

const { table, name } = useTable();
let server: Awaited<ReturnType<typeof startMailServer>>;
let steps: RecoverySteps;
beforeAll(async () => {
  server = await startMailServer();
  const functions = await loadFunctions(name, undefined, server.url);
  steps = await makeRecoveries({ functions, table, server });
});
afterAll(() => server.stop());

it.each([
  [
    'nl',
    [
      /^Er is een app ingesteld voor uw account bij /,
      /^Er is een passkey toegevoegd aan uw account bij /,
      /^Nieuwe herstelcodes voor uw account bij /,
      /^Een passkey van uw account bij .* is verwijderd$/,
      /^De app van uw account bij .* is verwijderd$/,
    ],
  ],
  [
    'de',
    [
      /^Für Ihr Konto bei .* wurde eine App eingerichtet$/,
      /^Ihrem Konto bei .* wurde ein Passkey hinzugefügt$/,
      /^Neue Wiederherstellungscodes für Ihr Konto bei /,
      /^Ein Passkey Ihres Kontos bei .* wurde entfernt$/,
      /^Die App Ihres Kontos bei .* wurde entfernt$/,
    ],
  ],
  [
    'pl',
    [
      /^Do konta w .* dodano aplikację z kodami$/,
      /^Do konta w .* dodano klucz dostępu$/,
      /^Nowe kody zapasowe do konta w /,
      /^Z konta w .* usunięto klucz dostępu$/,
      /^Z konta w .* usunięto aplikację z kodami$/,
    ],
  ],
  [
    'en',
    [
      /^An app was set up for your account at /,
      /^A passkey was added to your account at /,
      /^New recovery codes for your account at /,
      /^A passkey of your account at .* was removed$/,
      /^The app of your account at .* was removed$/,
    ],
  ],
] as const)('A18 each change of one’s own second factor is mailed to its owner, in %s', async (language, subjects) => {
  const mailAddress = `${language}@mail.example`;
  const { portal } = steps;
  const { ask, workerId, password } = await portal.settled({ language, mailAddresses: [mailAddress] });
  const done = async (route: Route, input = {}) => {
    const answer = await ask(route, input);
    expect(answer.status).toBeLessThan(300);
    await steps.noticesFollowed(workerId);
    return answer.body;
  };
  await done(routes.confirmSession, { body: { password } });
  const { secret } = await done(routes.beginTotp);
  expect(await steps.mailsTo(mailAddress)).toEqual([]);
  await done(routes.confirmTotp, { body: { code: totpCode(secret, new Date()) } });
  const credential = authenticator().create(await done(routes.beginPasskey));
  await done(routes.addPasskey, { body: { name: 'Telefon', credential } });
  await done(routes.renewRecoveryCodes);
  const [{ id: passkeyId }] = (await done(routes.listPasskeys)).items;
  await done(routes.removePasskey, { params: { passkeyId } });
  await done(routes.removeTotp);
  const mails = await steps.mailsTo(mailAddress);
  expect(mails.map(({ subject }) => subject)).toEqual(subjects.map((subject) => expect.stringMatching(subject)));
  for (const { body } of mails) expect(body.text).not.toContain(secret);
});
