import { useWords } from '../../i18n/use-words.ts'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Stack } from '../../ui/layout.tsx'
import { RuleLink } from '../../ui/rule-link.tsx'
import styles from './partnerships.module.css'

const gives = ['hand_over', 'forward', 'see'] as const
const doesNotGive = [['customers', 'BR-32'], ['create', 'BR-26'], ['admin', 'BR-28']] as const

/** What a partnership between a provider and a reseller gives, and what it does not. */
export function PartnershipMeaning() {
  const { t } = useWords()
  return (
    <Card title={t('partnerships.meaning.title')}>
      <Stack gap={2} className={styles.meaning}>
        <h3>{t('partnerships.gives.title')}</h3>
        <ul>
          {gives.map((what) => (
            <li key={what}><Icon name="check" className={styles.yes} /><span>{t(`partnerships.gives.${what}`)}</span></li>
          ))}
        </ul>
        <h3>{t('partnerships.not.title')}</h3>
        <ul>
          {doesNotGive.map(([what, rule]) => (
            <li key={what}>
              <Icon name="close" className={styles.no} />
              <span><span>{t(`partnerships.not.${what}`)}</span> <RuleLink rule={rule} /></span>
            </li>
          ))}
        </ul>
      </Stack>
    </Card>
  )
}
