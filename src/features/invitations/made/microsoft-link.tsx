import { useWords } from '../../../i18n/use-words.ts'
import { CopyButton } from '../../../ui/actions/copy-button.tsx'
import { Text } from '../../../ui/looks/layout.tsx'
import { LinkBox } from './link-box.tsx'

/** Microsoft's own link, the same for every customer and no secret, or why this cloud has none (section 3.4). */
export function MicrosoftLink({ link }: { link: string | null }) {
  const { t } = useWords()
  if (!link) return <Text tone="muted">{t('invitations.made.microsoft_link.none')}</Text>
  return (
    <LinkBox label={t('invitations.made.microsoft_link')} link={link} hint={t('invitations.made.microsoft_link.hint')}>
      <CopyButton text={link} label={t('invitations.copy')} />
    </LinkBox>
  )
}
