import { dayMs } from '../../../../domain/calendar/days.ts'
import { momentsIn } from '../../../../domain/calendar/moments.ts'
import { fillTemplate } from '../../../../domain/invitations/templates/rules.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import type { MessageTemplate } from '../../../../domain/invitations/templates/schemas.ts'
import { useNow } from '../../../ui/text/use-now.ts'
import { MailPreview } from '../kit/mail-preview.tsx'

const sampleToken = 'x'.repeat(12)
const sampleDays = 30

type Props = { actor: Actor; template: Pick<MessageTemplate, 'language' | 'subject' | 'text' | 'button'> }

/** The template with a made-up invitation's facts. */
export function TemplatePreview({ actor, template: { language, subject, text, button } }: Props) {
  const now = useNow()
  const link = `${globalThis.location.origin}/accept/${sampleToken}`
  const facts = {
    link,
    customer: 'Northwind Traders',
    inviter: actor.organization.displayName,
    reseller: actor.organization.kind === 'indirect_provider' ? 'Litware Resell' : '',
    date: momentsIn(language, 'UTC', 'long')(now + sampleDays * dayMs),
  }
  const filled = { subject: fillTemplate(subject, facts), text: fillTemplate(text, facts) }
  const sender = { name: facts.reseller || facts.inviter }
  return <MailPreview message={{ ...filled, link, language, button }} sender={sender} to={undefined} level={2} />
}
