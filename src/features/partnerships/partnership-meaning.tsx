import { useWords } from '../../i18n/use-words.ts'
import { Card } from '../../ui/looks/card.tsx'
import { Noted } from '../../ui/looks/noted.tsx'
import { Stack } from '../../ui/looks/layout.tsx'
import { RuleLink } from '../../ui/actions/rule-link.tsx'
import styles from './partnerships.module.css'

const gives = ['hand_over', 'forward', 'see'] as const
const doesNotGive = [['customers', 'BR-32'], ['create', 'BR-26'], ['admin', 'BR-28']] as const

export function PartnershipMeaning() {
  const { t } = useWords()
  return (
    <Card title={t('partnerships.meaning.title')}>
      <Stack gap={2} className={styles.meaning}>
        <h3>{t('partnerships.gives.title')}</h3>
        <Stack as="ul" gap={2}>
          {gives.map((what) => <Noted as="li" key={what} icon="check" mark="success">{t(`partnerships.gives.${what}`)}</Noted>)}
        </Stack>
        <h3>{t('partnerships.not.title')}</h3>
        <Stack as="ul" gap={2}>
          {doesNotGive.map(([what, rule]) => (
            <Noted as="li" key={what} icon="close" mark="muted">
              <span>{t(`partnerships.not.${what}`)}</span> <RuleLink rule={rule} />
            </Noted>
          ))}
        </Stack>
      </Stack>
    </Card>
  )
}
