import { useQuery } from '@tanstack/react-query'
import { noticeQueries } from '../../features/notices/notice-requests.ts'
import { NoticesForm } from '../../features/notices/notices-form.tsx'
import { useActor } from '../../features/session/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Line, Stack, Text } from '../../ui/looks/layout.tsx'
import { Icon } from '../../ui/marks/icon.tsx'
import { EmptyState } from '../../ui/waiting/states.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { OrganizationFrame } from './organization-frame.tsx'

/** Which mails one gets about one's organisation. */
export function Component() {
  const { t } = useWords()
  const { organization } = useActor()
  const { data: notices, ...query } = useQuery(noticeQueries.own())
  return (
    <OrganizationFrame title={t('notices.title')} lead={t('notices.lead', { organization: organization.displayName })}>
      {!notices ? <NotYet query={query} lines={8} /> : notices.items.length === 0 ? <EmptyState title={t('notices.none')} /> : (
        <Stack gap={4} measure="760px">
          {notices.isMailed ? (
            <Text>{notices.email === '' ? t('notices.no_address') : t('notices.to', { email: notices.email })}</Text>
          ) : (
            <Line as="p" gap={3} align="start" callout="caution" box="caution-soft" pad="3 4">
              <Icon name="caution" size={20} tone="caution" /><span>{t('notices.not_sent_here')}</span>
            </Line>
          )}
          <NoticesForm key={notices.etag} notices={notices} at={organization.kind} />
        </Stack>
      )}
    </OrganizationFrame>
  )
}
