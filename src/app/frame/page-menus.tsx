import { locales } from '../../../domain/session/locales.ts'
import { languageNames, setLocale, useWords } from '../../i18n/use-words.ts'
import { Menu } from '../../ui/overlays/menu.tsx'
import { setTheme, themes, useTheme } from './theme.ts'

/** The app's language, each with its own name, and its theme; both are kept in this browser. */
export function PageMenus() {
  const { t, locale } = useWords()
  const theme = useTheme()
  return (
    <>
      <Menu label={t('app.language')} icon="language" iconOnly selected={locale}
        items={locales.map((id) => ({ id, label: languageNames[id], lang: id, onAction: () => void setLocale(id) }))} />
      <Menu label={t('app.theme')} icon={theme} iconOnly selected={theme}
        items={themes.map((id) => ({ id, label: t(`app.theme.${id}`), onAction: () => setTheme(id) }))} />
    </>
  )
}
