import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** One way in which a person may have set up their device. */
export interface Setting {
  readonly name: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly media?: Parameters<Page['emulateMedia']>[0];
  /** How large text is, in percent of the usual. */
  readonly textPercent?: number;
  /** Nothing that axe looks at differs from another setting here: only places and sizes are looked at. */
  readonly isMeasuredOnly?: boolean;
}

const NARROW = { width: 320, height: 640 };

/** Every setting a page is looked at in (TRUST A1). */
export const SETTINGS: readonly Setting[] = [
  { name: 'phone', size: { width: 390, height: 844 } },
  { name: 'tablet at night', size: { width: 768, height: 1024 }, media: { colorScheme: 'dark' } },
  { name: '320 px wide', size: NARROW, isMeasuredOnly: true },
  { name: 'forced colours', size: { width: 390, height: 844 }, media: { forcedColors: 'active' } },
  {
    name: 'reduced motion',
    size: { width: 768, height: 1024 },
    media: { reducedMotion: 'reduce' },
    isMeasuredOnly: true,
  },
  { name: 'text of 200 %', size: { width: 768, height: 1024 }, textPercent: 200 },
];

const USUAL = { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' } as const;

/** What is wrong with a page as it is now, in every setting; each finding is a line that says where. */
export async function lookOver(page: Page, state: string): Promise<readonly string[]> {
  const usual = page.viewportSize();
  // A page that is behind another draws no frames.
  await page.bringToFront();
  const findings: string[] = [];
  for (const { name, size, media, textPercent = 100, isMeasuredOnly = false } of SETTINGS) {
    await page.setViewportSize(size);
    await page.emulateMedia({ ...USUAL, ...media });
    await page.evaluate((percent) => {
      document.documentElement.style.fontSize = percent === 100 ? '' : `${percent}%`;
    }, textPercent);
    await settled(page);
    const found = [...(isMeasuredOnly ? [] : await axeFindings(page)), ...(await page.evaluate(measure))];
    findings.push(...found.map((finding) => `${state}, ${name}: ${finding}`));
    await picture(page, `${state} ${name}`);
  }
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '';
  });
  await page.emulateMedia(USUAL);
  if (usual) await page.setViewportSize(usual);
  return findings;
}

/** Two frames after the change, then frame by frame until nothing moves any more that ever stops. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    // An animation that was replaced before it began keeps a promise of its end that is never met: its state is asked instead.
    const moves = ({ playState, effect }: Animation) =>
      playState === 'running' && effect?.getComputedTiming().iterations !== Infinity;
    await frame();
    await frame();
    while (document.getAnimations().some(moves)) await frame();
    await frame();
  });

async function axeFindings(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    }),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) =>
        `axe ${id}: ${node.html.slice(0, 140)} (${node.any[0]?.message ?? node.all[0]?.message ?? ''})`,
    ),
  );
}

/** In the page: targets that are too small, and what does not fit across. */
function measure(): readonly string[] {
  const findings: string[] = [];
  const dialog = document.querySelector<HTMLElement>('dialog[open]');
  const scope = dialog ?? document.body;
  const said = (element: Element) =>
    (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40) ||
    element.className;

  const focusable = scope.querySelectorAll<HTMLElement>(
    'button, a[href], input, select, textarea, [tabindex]',
  );
  for (const element of focusable) {
    if (element.tagName === 'H1' || element.tagName === 'H2' || !element.checkVisibility()) continue;
    // A card is touched anywhere: its native button inside may be small.
    const isCard = element instanceof HTMLInputElement && /^(radio|checkbox)$/.test(element.type);
    const target = (isCard ? element.closest('label') : undefined) ?? element;
    const { width, height } = target.getBoundingClientRect();
    // A bead is set, not played: it is a control.
    const isPlayed = element.dataset['place'] !== undefined;
    const least = isPlayed ? 60 : 44;
    if (width < least - 0.5 || height < least - 0.5) {
      findings.push(`${Math.round(width)} x ${Math.round(height)} px, less than ${least}: ${said(target)}`);
    }
  }
  const page = document.scrollingElement ?? document.documentElement;
  if (page.scrollWidth > innerWidth) findings.push(`scrolls across: ${page.scrollWidth} of ${innerWidth} px`);
  if (dialog && dialog.scrollWidth > dialog.clientWidth + 1)
    findings.push(`the sheet scrolls across: ${dialog.scrollWidth} of ${dialog.clientWidth} px`);
  for (const element of scope.querySelectorAll<HTMLElement>('button, label, h1, h2, h3, p')) {
    if (
      !element.checkVisibility() ||
      element.closest('.heard-only') ||
      element.classList.contains('heard-only')
    )
      continue;
    const { left, right, width } = element.getBoundingClientRect();
    const isScrolled = [...ancestorsOf(element)].some(
      (above) =>
        above.scrollWidth > above.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(above).overflowX),
    );
    if (width > 0 && !isScrolled && (left < -1 || right > innerWidth + 1))
      findings.push(`beyond the edge (${Math.round(left)} to ${Math.round(right)}): ${said(element)}`);
  }
  return findings;

  function* ancestorsOf(element: Element) {
    for (let above = element.parentElement; above; above = above.parentElement) yield above;
  }
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES_DIR'];
  if (folder) await page.screenshot({ path: `${folder}/a11y/${name.replaceAll(/[^\w%]+/g, '-')}.png` });
}
