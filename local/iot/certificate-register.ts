import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod';

const certificate = z.object({
  serialNumber: z.string(),
  commonName: z.string(),
  status: z.string(),
  policies: z.array(z.string()),
  things: z.array(z.string()),
});
export type RegisteredCertificate = z.infer<typeof certificate>;

const register = z.object({
  /** of a thing's name, its type */
  things: z.record(z.string(), z.string()),
  certificates: z.record(z.string(), certificate),
});

/** What the control plane knows, kept in a file. One process has it. */
export class CertificateRegister {
  readonly #file: string;
  readonly things: Record<string, string>;
  readonly certificates: Record<string, RegisteredCertificate>;

  private constructor(file: string, known: z.infer<typeof register>) {
    this.#file = file;
    this.things = known.things;
    this.certificates = known.certificates;
  }

  static async open(file: string): Promise<CertificateRegister> {
    await mkdir(dirname(file), { recursive: true });
    const known = existsSync(file) ? register.parse(JSON.parse(await readFile(file, 'utf8'))) : undefined;
    return new CertificateRegister(file, known ?? { things: {}, certificates: {} });
  }

  async save(): Promise<void> {
    const { things, certificates } = this;
    const draft = `${this.#file}.new`;
    await writeFile(draft, JSON.stringify({ things, certificates }, null, 2));
    await rename(draft, this.#file);
  }

  /** Of those that open nothing: not active, without a policy, or not of the thing whose name they bear. */
  refused(): string[] {
    return Object.values(this.certificates)
      .filter(
        ({ status, policies, things, commonName }) =>
          status !== 'ACTIVE' || policies.length === 0 || !things.includes(commonName),
      )
      .map(({ serialNumber }) => serialNumber);
  }
}
