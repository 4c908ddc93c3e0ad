import { useWords } from '../../i18n/use-words.ts'
import { Card } from '../../ui/looks/card.tsx'
import { Icon } from '../../ui/marks/icon.tsx'
import { Marked, Stack } from '../../ui/looks/layout.tsx'
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
          {gives.map((what) => (
            <Marked as="li" key={what}><Icon name="check" tone="success" /><span>{t(`partnerships.gives.${what}`)}</span></Marked>
          ))}
        </Stack>
        <h3>{t('partnerships.not.title')}</h3>
        <Stack as="ul" gap={2}>
          {doesNotGive.map(([what, rule]) => (
            <Marked as="li" key={what}>
              <Icon name="close" tone="muted" />
              <span><span>{t(`partnerships.not.${what}`)}</span> <RuleLink rule={rule} /></span>
            </Marked>
          ))}
        </Stack>
      </Stack>
    </Card>
  )
}
