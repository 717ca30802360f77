import { useHouse } from '../hooks/use-house.ts';
import { usePreferences } from '../hooks/use-preferences.ts';
import { ChoiceCards } from '../ui/control/choice-cards.tsx';
import { Sheet } from '../ui/dialog/dialog.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import type { ThemeChoice } from '../ui/theme.ts';
import { type Language, LANGUAGES } from '../words/language.ts';
import { useLanguage, useWords } from '../words/use-words.tsx';

/** What belongs to the device and not to a room: the light and the language. Holds at once. */
export function DeviceSettings({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const { language, onLanguage } = useLanguage();
  const { preferences } = useHouse();
  const { theme } = usePreferences(preferences);
  return (
    <Sheet isOpen onClose={onClose} title={words('device-title')} closeLabel={words('close')}>
      <ChoiceCards<Language>
        legend={words('language')}
        value={language}
        onChange={onLanguage}
        choices={LANGUAGES.map((one) => ({
          value: one,
          // Each language by its own name, so that it is found by whoever reads no other.
          label: <span lang={one}>{words(`language-${one}`)}</span>,
        }))}
      />
      <ChoiceCards<ThemeChoice>
        legend={words('theme')}
        value={theme}
        onChange={(next) => preferences.set({ theme: next })}
        choices={[
          { value: 'device', label: words('theme-device'), picture: <Icon name="tablet" /> },
          { value: 'night', label: words('theme-night'), picture: <Icon name="night" /> },
          { value: 'day', label: words('theme-day'), picture: <Icon name="day" /> },
        ]}
      />
    </Sheet>
  );
}
