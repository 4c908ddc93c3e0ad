import { useState } from 'react'
import { Link } from 'react-router'
import type { RuleId } from '../../../../domain/verdict.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { Stack, Text } from '../../../ui/looks/layout.tsx'
import styles from './why-missing.module.css'

type Cause = 'filters' | 'invitation' | 'gdap' | 'partnership' | 'other_provider' | 'market' | 'import' | 'removed'

const rules: Partial<Record<Cause, RuleId>> = {
  invitation: 'BR-36', gdap: 'BR-101', partnership: 'BR-32', other_provider: 'BR-28', market: 'BR-39', import: 'BR-104', removed: 'BR-62',
}
const causesFor = {
  owner: ['invitation', 'gdap', 'other_provider', 'market', 'import', 'removed'],
  reseller: ['invitation', 'partnership', 'gdap', 'market', 'removed'],
} as const satisfies Record<string, readonly Cause[]>

type Props = { kind: 'owner' | 'reseller'; narrowed: boolean; invitationsLink: string }

/** Explains why a customer is missing: this kind of partner's causes, the likeliest first, with their rules. */
export function WhyMissing({ kind, narrowed, invitationsLink }: Props) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const causes: Cause[] = [...(narrowed ? ['filters' as const] : []), ...causesFor[kind]]
  return (
    <>
      <Button variant="subtle" icon="info" onPress={() => setOpen(true)}>{t('customers.why.open')}</Button>
      <Dialog isOpen={open} onClose={() => setOpen(false)} title={t('customers.why.open')}>
        <p>{t('customers.why.lead')}</p>
        <Stack as="ul" gap={4} before={4}>
          {causes.map((cause) => (
            <li key={cause}>
              <h3>{t(`customers.why.${cause}.title`)}</h3>
              <Text measure={68} tone="muted">
                <span>{t(`customers.why.${cause}.text`)}</span>
                {rules[cause] && (
                  <Text as="span" text="caption" className={styles.rule}>
                    {` ${t('ui.reason.rule', { rule: rules[cause] })}`}
                  </Text>
                )}
              </Text>
              {cause === 'invitation' && (
                <Link to={invitationsLink} onClick={() => setOpen(false)}>{t('customers.empty.to_invitations')}</Link>
              )}
            </li>
          ))}
        </Stack>
      </Dialog>
    </>
  )
}
