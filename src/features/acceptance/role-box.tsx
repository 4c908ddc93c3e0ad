import { useWords } from '../../i18n/use-words.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import styles from './answer.module.css'

export const roleBoxId = 'global-administrator'

type Props = { inviter: string; tenant: string; isTicked: boolean; onTick: (isTicked: boolean) => void; isMissing: boolean }

/** BR-41: an invitation that asks for delegated admin makes Global administrators without an end; one press alone does not give that. */
export function RoleBox({ inviter, tenant, isTicked, onTick, isMissing }: Props) {
  const { t } = useWords()
  return (
    <div className={styles.agreement}>
      <h3>{t('acceptance.dap.title')}</h3>
      <p>{t('acceptance.dap.why', { inviter })}</p>
      <Checkbox id={roleBoxId} label={t('acceptance.dap.label', { inviter, tenant })} checked={isTicked}
        error={isMissing && !isTicked ? t('acceptance.dap.missing') : undefined}
        onChange={({ target }) => onTick(target.checked)} />
    </div>
  )
}
