/** Secrets that a run has used, to be looked for wherever they must not be. */
export class Canaries {
  readonly #planted = new Map<string, string>();

  /** @returns the secret, so that it can be planted where it is made */
  plant(name: string, secret: string | undefined): string {
    if (!secret) throw new Error(`there is no ${name} to plant`);
    this.#planted.set(name, secret);
    return secret;
  }

  get names(): string[] {
    return [...this.#planted.keys()];
  }

  secretOf(name: string): string {
    const secret = this.#planted.get(name);
    if (secret === undefined) throw new Error(`there is no ${name}`);
    return secret;
  }

  /** `<secret> in <place>` for each that is found, in whatever form texts, links and tables carry it. */
  seenIn(places: Readonly<Record<string, string>>, names: readonly string[] = this.names): string[] {
    return Object.entries(places).flatMap(([place, text]) =>
      names
        .filter((name) => formsOf(this.#planted.get(name) ?? '').some((form) => form.test(text)))
        .map((name) => `${name} in ${place}`),
    );
  }
}

function formsOf(secret: string): RegExp[] {
  const bytes = Buffer.from(secret);
  // A code of a few digits may stand by chance in a longer number.
  if (/^\d+$/.test(secret)) return [new RegExp(`(?<!\\d)${secret}(?!\\d)`)];
  // In base64 the characters of a text depend on what stands before it: three ways, without the ends that others share.
  const encoded = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .slice(shift === 0 ? 0 : 4)
      .replace(/.{0,2}=*$/, ''),
  );
  const forms = [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    bytes.toString('hex'),
    ...encoded,
  ];
  const urlSafe = encoded.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'));
  return [...new Set([...forms, ...urlSafe])].map(
    (form) => new RegExp(form.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'), 'i'),
  );
}
