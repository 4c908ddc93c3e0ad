import type { ReactNode } from 'react'
import type { GdapAdvice } from '../../../../domain/gdap/advice.ts'
import type { GdapRelationshipDetail } from '../../../../domain/gdap/schemas.ts'
import type { RuleId } from '../../../../domain/verdict.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Icon, type IconName } from '../../../ui/marks/icon.tsx'
import { Columns, Stack, Text } from '../../../ui/looks/layout.tsx'
import { RuleLink } from '../../../ui/actions/rule-link.tsx'
import styles from './gdap-advice.module.css'

const looks: Record<GdapAdvice, { rule: RuleId; icon: IconName; isPressing: boolean }> = {
  no_reseller_relationship: { rule: 'BR-101', icon: 'caution', isPressing: true },
  nobody_has_access: { rule: 'BR-92', icon: 'caution', isPressing: true },
  dap_still_stands: { rule: 'BR-99', icon: 'info', isPressing: false },
  not_for_enterprise_agreement: { rule: 'BR-101', icon: 'info', isPressing: false },
}

type Props = { relationship: GdapRelationshipDetail; steps: Partial<Record<GdapAdvice, ReactNode>> }

/** Surprises after an approval, with their consequences and, in `steps`, the remedies. */
export function GdapAdviceList({ relationship, steps }: Props) {
  const { t } = useWords()
  const { advice } = relationship
  if (advice.length === 0) return null
  const customer = relationship.customer?.displayName ?? ''
  return (
    <section aria-label={t('delegated-admin.advice')}>
      <Stack as="ul" gap={3}>
        {advice.map((each) => {
          const { rule, icon, isPressing } = looks[each]
          return (
            <Columns as="li" key={each} of="auto minmax(0, 1fr) auto" gap="2 3" align="center" pad="3 4" className={styles.advice}
              data-pressing={isPressing || undefined}>
              <Icon name={icon} size={20} tone={isPressing ? 'caution' : 'info'} />
              <Text as="div" measure={80}>
                <Text as="h2" text="strong">{t(`delegated-admin.advice.${each}`)}</Text>
                <p><span>{t(`delegated-admin.advice.${each}.text`, { customer })}</span> <RuleLink rule={rule} /></p>
              </Text>
              {steps[each] && <div className={styles.step}>{steps[each]}</div>}
            </Columns>
          )
        })}
      </Stack>
    </section>
  )
}
