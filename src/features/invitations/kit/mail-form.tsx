import { useId, useState } from 'react'
import type { Verdict } from '../../../../domain/verdict.ts'
import { addressFault, cleanAddress } from '../../../../domain/words-of-others/address.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ActionButton } from '../../../ui/actions/action-button.tsx'
import { Form } from '../../../ui/forms/form.tsx'
import type { IconName } from '../../../ui/marks/icon.tsx'
import { Stack } from '../../../ui/looks/layout.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { useTyped } from '../../../ui/forms/use-typed.ts'
import { useUnsaved } from '../../../ui/forms/use-unsaved.ts'

type Props = {
  title: string
  hint: string
  button: string
  icon: IconName
  /** The first address. */
  email: string
  verdict: Verdict
  pending: boolean
  /** The server's complaint about the address. */
  complaint: string | undefined
  /** Resolves to whether it succeeded, so that the next address can be typed. */
  onSend: (email: string) => Promise<boolean>
}

export function MailForm({ title, hint, button, icon, email: first, verdict, pending, complaint, onSend }: Props) {
  const { t } = useWords()
  const id = useId()
  const [email, setEmail] = useTyped('address', first)
  const [tried, setTried] = useState<string>()
  const to = cleanAddress(email)
  const fault = addressFault(to)
  const said = to === tried ? complaint : undefined
  const error = tried !== undefined && fault ? t(`invitations.error.${fault}`) : said
  useUnsaved(to !== '' && email.trim() !== first && to)

  const submit = async () => {
    if (!verdict.allowed) return
    setTried(to)
    if (fault || !(await onSend(to))) return
    setTried(undefined)
    setEmail('')
  }
  return (
    <section aria-labelledby={id}>
      <Stack as={Form} gap={3} ruled="before" pad="4 0 0" measure="608px" onSubmit={submit}>
        <h3 id={id}>{title}</h3>
        <p>{hint}</p>
        <TextField type="email" inputMode="email" spellCheck={false} label={t('invitations.forward.email')} value={email}
          error={error} onChange={({ target }) => setEmail(target.value)} />
        <div>
          <ActionButton type="submit" variant="accent" icon={icon} verdict={verdict} pending={pending}>{button}</ActionButton>
        </div>
      </Stack>
    </section>
  )
}
