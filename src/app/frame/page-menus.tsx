import { useSyncExternalStore } from 'react'
import { locales } from '../../../domain/session/locales.ts'
import { languageNames, setLocale, useWords } from '../../i18n/use-words.ts'
import { Menu } from '../../ui/overlays/menu.tsx'
import { createListeners } from '../../ui/listeners.ts'

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

const themes = ['system', 'light', 'dark'] as const
type Theme = (typeof themes)[number]

// public/theme.js reads the same key before the first paint.
const storageKey = 'tessera.theme'
const { tell, subscribe } = createListeners()

const themeNow = (): Theme => themes.find((theme) => theme === document.documentElement.dataset['theme']) ?? 'system'

const useTheme = (): Theme => useSyncExternalStore(subscribe, themeNow)

/** Applies and keeps the theme; `system` follows the device. */
function setTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
  try {
    if (theme === 'system') localStorage.removeItem(storageKey)
    else localStorage.setItem(storageKey, theme)
  } catch {
    // Without storage the choice lasts for the page.
  }
  tell()
}
