import { Icon } from '../../../ui/icon.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import type { FoundRole } from './role-filter.ts'
import { RoleMark } from './role-mark.tsx'
import styles from './role-picker.module.css'

type Props = { id: string; found: FoundRole; isChosen: boolean; isActive: boolean; onToggle: () => void }

/** One role of a list to choose from. The focus stays in the search field, also when it is pressed. */
export function RoleOption({ id, found: { role, tasks }, isChosen, isActive, onToggle }: Props) {
  const { t } = useWords()
  return (
    <button type="button" tabIndex={-1} id={id} role="option" aria-selected={isChosen} data-active={isActive || undefined}
      className={styles.option} onPointerDown={(event) => event.preventDefault()} onClick={onToggle}>
      <span className={styles.tick}>{isChosen && <Icon name="check" size={12} />}</span>
      <span className={styles.words}>
        <span className={styles.name}><span>{role.name}</span> <RoleMark role={role} /></span>
        {tasks.map(({ task, words }) => (
          <span key={task} className={styles.least}>{t('role-templates.least_for', { task: words })}</span>
        ))}
        <span className={styles.allows}>{role.allows}</span>
      </span>
    </button>
  )
}
