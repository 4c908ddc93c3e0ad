import { useWords } from '../../i18n/use-words.ts'
import { Menu } from '../../ui/overlays/menu.tsx'
import { setTheme, themes, useTheme } from './theme.ts'

export function ThemeMenu() {
  const { t } = useWords()
  const theme = useTheme()
  return (
    <Menu label={t('app.theme')} icon={theme} iconOnly selected={theme}
      items={themes.map((id) => ({ id, label: t(`app.theme.${id}`), onAction: () => setTheme(id) }))} />
  )
}
