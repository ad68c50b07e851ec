import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { inject, onTestFinished } from 'vitest';

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };
/** The narrowest screen that needs no sideways scroll (WCAG 2.2, 1.4.10). */
export const NARROWEST = { width: 320, height: 640 };
/** The desktop's at a zoom of 200 %. */
const ZOOMED = { width: DESKTOP.width / 2, height: DESKTOP.height / 2 };
/** Milliseconds that a page has to fit a screen of another width. */
const SETTLES_WITHIN = 2000;
const NAMED_ELEMENTS = 3;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Those that look at colours: all that can differ between light and dark. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

export interface OpenPage {
  readonly page: Page;
  /** what the console told of errors: scripts, refused loads, and breaches of the content security policy */
  readonly faults: string[];
}

/** One connection for all test files of a process; it ends with that. */
let connection: Promise<Browser> | undefined;

/** A page in a profile of its own, which ends with the test. */
export async function openPage(url: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
  connection ??= chromium.connect(inject('browser'));
  const context = await (await connection).newContext({ viewport: DESKTOP, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(url);
  return { page, faults };
}

/**
 * Each breach of WCAG 2.2 A and AA that axe finds on a desktop's and a phone's screen, light and dark.
 *
 * @param whole false in all languages but one: there a phone's screen is looked at, without its colours. What differs between
 *   languages is their words, and axe takes a second for each look.
 */
export async function accessibilityFindings(page: Page, whole = true): Promise<string[]> {
  const findings = await findingsOf(page, PHONE, ALL_BUT_COLOURS);
  if (!whole) return findings;
  findings.push(...(await findingsOf(page, DESKTOP, ALL)));
  await page.emulateMedia({ colorScheme: 'dark' });
  // no colour depends on the width
  findings.push(...(await findingsOf(page, DESKTOP, (axe) => axe.withRules(RULES_OF_COLOUR))));
  await page.emulateMedia({ colorScheme: 'light' });
  return findings;
}

type Rules = (axe: AxeBuilder) => AxeBuilder;
const ALL: Rules = (axe) => axe.withTags(RULES);
const ALL_BUT_COLOURS: Rules = (axe) => axe.withTags(RULES).disableRules(RULES_OF_COLOUR);

/** Breaches of what does not look at colours, on a desktop's screen. */
export const structureFindings = (page: Page) => findingsOf(page, DESKTOP, ALL_BUT_COLOURS);

async function findingsOf(page: Page, viewport: typeof DESKTOP, rules: Rules): Promise<string[]> {
  await page.setViewportSize(viewport);
  // the legacy mode runs in the page itself, which has no frames; what passes needs no description
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await rules(axe).analyze();
  return violations.map(({ id, help, nodes }) => {
    const first = nodes.slice(0, NAMED_ELEMENTS).map(({ target }) => target);
    return `${viewport.width} px: ${id}, ${help}: ${nodes.length}, such as ${first.join(' and ')}`;
  });
}

/** The same, and what would need a sideways scroll on the narrowest screen or at a zoom of 200 %. */
export async function screenFindings(page: Page, whole = true): Promise<string[]> {
  return [...(await accessibilityFindings(page, whole)), ...(await widthFindings(page))];
}

/** What would need a sideways scroll on the narrowest screen or at a zoom of 200 %: it depends on the language's long words. */
export async function widthFindings(page: Page): Promise<string[]> {
  const findings: string[] = [];
  for (const viewport of [ZOOMED, NARROWEST]) {
    await page.setViewportSize(viewport);
    const tooWide = await settledScroll(page);
    if (tooWide > 0) findings.push(`${viewport.width} px: wider than the screen by ${tooWide} px`);
  }
  return findings;
}

/** A table becomes cards only once the page has heard that the screen is narrow now. */
async function settledScroll(page: Page): Promise<number> {
  const end = Date.now() + SETTLES_WITHIN;
  for (;;) {
    const tooWide = await sidewaysScroll(page);
    if (tooWide <= 0 || Date.now() > end) return tooWide;
  }
}

/** Pixels by which the page is wider than the screen. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** Whether the top of an element is on the screen. */
export async function isOnScreen(page: Page, element: Locator): Promise<boolean> {
  const box = await element.boundingBox();
  return box !== null && box.y >= 0 && box.y < (page.viewportSize()?.height ?? 0);
}

/** What the Tab key comes to from the top, in its order: by its label or its text, and whether one sees that it is there. */
export async function tabStops(page: Page, most = Number.POSITIVE_INFINITY): Promise<string[]> {
  const stops: string[] = [];
  while (stops.length < most) {
    await page.keyboard.press('Tab');
    const stop: string | null = await page.evaluate(FOCUSED);
    if (stop === null) return stops;
    stops.push(stop);
  }
  return stops;
}

/** Goes on by Tab until the focus is at what has this label or text. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const passed: (string | null)[] = [];
  do {
    await page.keyboard.press('Tab');
    passed.push(await page.evaluate(FOCUSED));
    if (passed.at(-1) === null) throw new Error(`no Tab leads to ${name}, but to ${passed.join(', ')}`);
  } while (passed.at(-1) !== name);
}

const FOCUSED = `(({ activeElement: at, body }) => at === body ? null
  : (at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent.trim())
    + (getComputedStyle(at).outlineStyle === 'none' ? ' (without an outline)' : ''))(document)`;
