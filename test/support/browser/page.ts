import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { inject, onTestFinished } from 'vitest';

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };
/** The narrowest screen that needs no sideways scroll (WCAG 2.2, 1.4.10). */
export const NARROWEST = { width: 320, height: 640 };
const NAMED_ELEMENTS = 3;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Those that look at colours: all that can differ between light and dark. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

export interface OpenPage {
  readonly page: Page;
  /** what the console told of errors: scripts, refused loads, and breaches of the content security policy */
  readonly faults: string[];
}

/** A page in a profile of its own, which ends with the test. */
export async function openPage(url: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const browser = await chromium.connect(inject('browser'));
  onTestFinished(() => browser.close());
  const context = await browser.newContext({ viewport: DESKTOP, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(url);
  return { page, faults };
}

/** Each breach of WCAG 2.2 A and AA that axe finds on a desktop's and a phone's screen, light and dark. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  const findings: string[] = [];
  for (const viewport of [DESKTOP, PHONE])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      // the legacy mode runs in the page itself, which has no frames
      const axe = new AxeBuilder({ page }).setLegacyMode();
      const { violations } = await (colorScheme === 'dark'
        ? axe.withRules(RULES_OF_COLOUR)
        : axe.withTags(RULES)
      ).analyze();
      for (const { id, help, nodes } of violations) {
        const first = nodes.slice(0, NAMED_ELEMENTS).map(({ target }) => target);
        findings.push(
          `${viewport.width} px, ${colorScheme}: ${id}, ${help}: ${nodes.length}, such as ${first.join(' and ')}`,
        );
      }
    }
  return findings;
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
export async function tabStops(page: Page): Promise<string[]> {
  const stops: string[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop: string | null = await page.evaluate(FOCUSED);
    if (stop === null) return stops;
    stops.push(stop);
  }
}

const FOCUSED = `(({ activeElement: at, body }) => at === body ? null
  : (at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent.trim())
    + (getComputedStyle(at).outlineStyle === 'none' ? ' (without an outline)' : ''))(document)`;
