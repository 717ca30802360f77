import { go } from '../../hooks/use-route.ts';
import { useWords } from '../../words/use-words.tsx';
import { Page } from '../page.tsx';
import { AllAccounts } from './all-accounts.tsx';
import { ServiceSettingsForm } from './service-settings.tsx';

/** Accounts and settings. Nothing of any room is here. */
export function AdminPage() {
  const words = useWords();
  return (
    <Page
      mark="none"
      title={words('admin-title')}
      text={words('admin-text')}
      onBack={() => go({ type: 'staff' })}
    >
      <AllAccounts />
      <ServiceSettingsForm />
    </Page>
  );
}
