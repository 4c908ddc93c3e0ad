import { Icon } from '../../../ui/marks/icon.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import type { FoundRole } from './role-filter.ts'
import { RoleMark } from './role-mark.tsx'
import styles from './role-picker.module.css'

type Props = { id: string; found: FoundRole; isChosen: boolean; isActive: boolean; onToggle: () => void }

/** An option in a list; the focus stays in the search field. */
export function RoleOption({ id, found: { role, tasks }, isChosen, isActive, onToggle }: Props) {
  const { t } = useWords()
  return (
    <button type="button" tabIndex={-1} id={id} role="option" aria-selected={isChosen} data-active={isActive || undefined}
      className={styles.option} onPointerDown={(event) => event.preventDefault()} onClick={onToggle}>
      <span className={styles.tick}>{isChosen && <Icon name="check" size={12} />}</span>
      <Stack as="span" gap="half">
        <Row as="span" gap="1 2" align="center" text="strong" breaks hyphens><span>{role.name}</span> <RoleMark role={role} /></Row>
        {tasks.map(({ task, words }) => (
          <Text as="span" key={task} tone="success" text="caption">{t('role-templates.least_for', { task: words })}</Text>
        ))}
        <Text as="span" tone="muted" text="caption">{role.allows}</Text>
      </Stack>
    </button>
  )
}
