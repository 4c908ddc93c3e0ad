import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { gdapQueries } from '../features/delegated-admin/gdap-queries.ts'
import { MailList } from '../features/invitations/mail-list.tsx'
import { useActor, useSendsMail } from '../features/session/session.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { GdapMessage } from './gdap-message.tsx'

export function Component() {
  const { id = '' } = useParams()
  const actor = useActor()
  const sendsMail = useSendsMail()
  const { data: relationship } = useQuery(gdapQueries.one(id))
  return (
    <>
      <PageHeader title={relationship?.displayName ?? ''} />
      {relationship && <GdapMessage actor={actor} relationship={relationship} sendsMail={sendsMail} />}
      {relationship && <MailList mails={relationship.mails} sendsMail={sendsMail} />}
    </>
  )
}
