/** What stays on this device and in this tab alone: nobody else ever gets it, and it goes when the tab is closed. */
export function readHere(name: string): string | undefined {
  try {
    return sessionStorage.getItem(`windchime.lead.${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

/** False where nothing can be kept here: private browsing, a full disk. */
export function keepHere(name: string, text: string): boolean {
  try {
    sessionStorage.setItem(`windchime.lead.${name}`, text);
    return true;
  } catch {
    return false;
  }
}
