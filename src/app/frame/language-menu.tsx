import { locales } from '../../../domain/session/locales.ts'
import { languageNames, setLocale, useWords } from '../../i18n/use-words.ts'
import { Menu } from '../../ui/overlays/menu.tsx'

/** The app's language, kept in this browser; each language has its own name. */
export function LanguageMenu() {
  const { t, locale } = useWords()
  return (
    <Menu label={t('app.language')} icon="language" iconOnly selected={locale}
      items={locales.map((id) => ({ id, label: languageNames[id], lang: id, onAction: () => void setLocale(id) }))} />
  )
}
