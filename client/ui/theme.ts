/** What a person chooses; `device` follows the setting of the tablet or phone. */
export type ThemeChoice = 'night' | 'day' | 'device';

/** Puts a theme on the whole page and keeps it. Returns the function that stops following the device. */
export function wearTheme(choice: ThemeChoice, root: HTMLElement = document.documentElement): () => void {
  const wantsDay = matchMedia('(prefers-color-scheme: light)');
  const wear = () => {
    root.dataset['theme'] = choice === 'device' ? (wantsDay.matches ? 'day' : 'night') : choice;
  };
  wear();
  if (choice !== 'device') return () => undefined;
  wantsDay.addEventListener('change', wear);
  return () => wantsDay.removeEventListener('change', wear);
}
