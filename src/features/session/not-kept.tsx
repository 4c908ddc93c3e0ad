import { useWords } from '../../i18n/use-words.ts'
import { Icon } from '../../ui/marks/icon.tsx'
import { State } from '../../ui/waiting/states.tsx'

export function NotKept({ why }: { why: 'https' | 'cookies' }) {
  const { t } = useWords()
  return (
    <State role="alert" compact mark={<Icon name="caution" size={24} tone="danger" />} title={t(`session.not_kept.${why}.title`)}>
      <p>{t(`session.not_kept.${why}.text`, { host: location.host })}</p>
    </State>
  )
}
