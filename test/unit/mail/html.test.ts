import { describe, expect, it } from 'vitest';
import { isPortalAddress } from '../../../contract/portal-address.ts';
import { htmlOf } from '../../../functions/domain/mail/html.ts';

const paragraph = (text: string, website?: string) => /<p>(.*)<\/p>/s.exec(htmlOf([text], 'nl', website))?.[1];

describe('the portal’s address in the settings', () => {
  it.each([
    'www.flexwerker.com',
    'portaal.de-brug.example/login?agency=de-brug',
    'portaal.de-brug.example:8443/login',
    '127.0.0.1:4000/login?agency=de-brug',
    'localhost:4000',
  ])('E1-8 may be %s', (address) => {
    expect(isPortalAddress(address)).toBe(true);
  });

  it.each([
    'https://www.flexwerker.com',
    'flexwerker',
    'localhost',
    '127.0.0.1',
    '192.0.2.1:4000',
    'www.flexwerker.com:',
    'www.flexwerker.com:port',
    'www.flexwerker.com een twee',
    'javascript:alert(1)',
  ])('E1-8 may not be %s', (address) => {
    expect(isPortalAddress(address)).toBe(false);
  });
});

describe('a mail in HTML', () => {
  it('E1-8 links the portal’s address where it is named, over TLS', () => {
    expect(paragraph('U kunt inloggen op: www.flexwerker.com', 'www.flexwerker.com')).toBe(
      'U kunt inloggen op: <a href="https://www.flexwerker.com">www.flexwerker.com</a>',
    );
  });

  it('leads to this machine without TLS, where the local stack has none', () => {
    expect(paragraph('127.0.0.1:4000/login', '127.0.0.1:4000/login')).toBe(
      '<a href="http://127.0.0.1:4000/login">127.0.0.1:4000/login</a>',
    );
  });

  it('takes a mail address apart from the portal’s that is in it', () => {
    const text = 'een e-mail richten aan info@brug.example.';
    expect(paragraph(text, 'brug.example')).toBe(text);
  });

  it('links a paragraph that is a link, and none in the midst of a text', () => {
    const link = 'https://app.example/invitation#a"b';
    expect(paragraph(link)).toBe(
      '<a href="https://app.example/invitation#a&quot;b">https://app.example/invitation#a&quot;b</a>',
    );
    expect(paragraph('Beste https://evil.example,')).toBe('Beste https://evil.example,');
  });

  it('keeps what looks like HTML as text', () => {
    expect(paragraph('<b>&\n"', '<b>&')).toBe('<a href="https://&lt;b&gt;&amp;">&lt;b&gt;&amp;</a><br>&quot;');
  });
});
