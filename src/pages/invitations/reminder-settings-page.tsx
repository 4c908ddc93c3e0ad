import { useQuery } from '@tanstack/react-query'
import { canCreateInvitation } from '../../../domain/invitations/rules.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { paths } from '../../app/paths.ts'
import { reminderQueries } from '../../features/reminders/reminder-requests.ts'
import { ReminderSettingsForm } from '../../features/reminders/reminder-settings-form.tsx'
import { useActor, useSendsMail } from '../../features/session/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { PageHeader } from '../../ui/looks/page-header.tsx'
import { Reason } from '../../ui/actions/reason.tsx'
import { RefusedState } from '../../ui/waiting/states.tsx'

/** A partner's reminder settings; others read why they cannot change them. */
export function Component() {
  const { t } = useWords()
  const actor = useActor()
  const verdict = canCreateInvitation(actor, ownPolicy())
  const sendsMail = useSendsMail()
  const { data, ...query } = useQuery({ ...reminderQueries.settings(), enabled: verdict.allowed })
  return (
    <>
      <PageHeader title={t('reminders.settings.open')} back={{ to: paths.invitations, label: t('invitations.all') }}
        lead={t('reminders.settings.lead', { organization: actor.organization.displayName })} />
      {!verdict.allowed ? <RefusedState><Reason refusal={verdict} /></RefusedState>
        : data ? <ReminderSettingsForm key={data.etag} settings={data} sendsMail={sendsMail} />
        : <NotYet query={query} lines={6} />}
    </>
  )
}
