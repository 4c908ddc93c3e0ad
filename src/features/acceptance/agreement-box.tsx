import { useWords } from '../../i18n/use-words.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Icon } from '../../ui/icon.tsx'
import styles from './answer.module.css'

/** Microsoft's address for the agreement in the reader's language and country. */
const agreementAddress = 'https://aka.ms/customeragreement'
export const agreementBoxId = 'customer-agreement'

type Props = { tenant: string; isTicked: boolean; onTick: (isTicked: boolean) => void; isMissing: boolean }

/** BR-35: the customer's agreement with Microsoft, where the cloud has one. */
export function AgreementBox({ tenant, isTicked, onTick, isMissing }: Props) {
  const { t } = useWords()
  return (
    <div className={styles.agreement}>
      <h3>{t('acceptance.agreement.title')}</h3>
      <p>{t('acceptance.agreement.why')}</p>
      <p>
        <a href={agreementAddress} target="_blank" rel="noopener noreferrer" className={styles.external}>
          <span>{t('acceptance.agreement.read')}</span><Icon name="external" size={12} />
        </a>
      </p>
      <Checkbox id={agreementBoxId} label={t('acceptance.agreement.label', { tenant })} checked={isTicked}
        error={isMissing && !isTicked ? t('acceptance.agreement.missing') : undefined}
        onChange={({ target }) => onTick(target.checked)} />
    </div>
  )
}
