import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { GdapRelationshipOnWire } from '../../../../domain/gdap/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Checkbox } from '../../../ui/forms/checkbox.tsx'
import type { useChosen } from '../../../ui/lists/use-chosen.ts'
import { RelativeTime } from '../../../ui/text/relative-time.tsx'
import styles from './relationship-table.module.css'

type Choice = {
  isChosen: (id: string) => boolean
  choose: (id: string, chosen: boolean) => void
  chooseAll: (chosen: boolean) => void
  count: number
}

export type Chosen = ReturnType<typeof useChosen<GdapRelationshipOnWire>>

/** Limits the choice to the shown rows. */
export const choiceAmong = (rows: readonly GdapRelationshipOnWire[], { has, put }: Chosen): Choice => ({
  isChosen: has,
  choose: (id, isChosen) => put(rows.filter((row) => row.id === id), isChosen),
  chooseAll: (isChosen) => put(rows, isChosen),
  count: rows.filter(({ id }) => has(id)).length,
})

type Props = {
  label: string
  rows: readonly GdapRelationshipOnWire[]
  linkTo: (id: string) => string
  /** Absent for readers. */
  choice: Choice | undefined
  /** A row's action, or why it is refused. */
  action?: (relationship: GdapRelationshipOnWire) => ReactNode
}

/** A table of relationships to choose; cards on a phone. */
export function RelationshipTable({ label, rows, linkTo, choice, action }: Props) {
  const { t } = useWords()
  const [name, customer, ends, roles] = (['name', 'customer', 'ends', 'roles'] as const).map((field) => t(`gdap-board.field.${field}`))
  return (
    <div className={styles.scroller}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {choice && <td className={styles.box}><AllOrNone choice={choice} total={rows.length} /></td>}
            <th scope="col">{name}</th>
            <th scope="col">{customer}</th>
            <th scope="col">{ends}</th>
            <th scope="col">{roles}</th>
            {action && <th scope="col"><span className="visually-hidden">{t('gdap-board.field.next')}</span></th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((relationship) => {
            const { id, displayName, endDateTime, accessDetails } = relationship
            return (
              <tr key={id}>
                {choice && (
                  <td className={styles.box}>
                    <Checkbox label={<span className="visually-hidden">{t('gdap-board.extend.choose', { name: displayName })}</span>}
                      checked={choice.isChosen(id)} onChange={({ target }) => choice.choose(id, target.checked)} />
                  </td>
                )}
                <th scope="row"><Link to={linkTo(id)}>{displayName}</Link></th>
                <td data-label={customer}><bdi>{relationship.customer?.displayName ?? t('gdap-board.row.no_tenant')}</bdi></td>
                <td data-label={ends}>{endDateTime && <RelativeTime at={endDateTime} />}</td>
                <td data-label={roles}>{t('gdap-board.row.roles', { count: accessDetails.unifiedRoles.length })}</td>
                {action && <td className={styles.action}>{action(relationship)}</td>}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function AllOrNone({ choice: { count, chooseAll }, total }: { choice: Choice; total: number }) {
  const { t } = useWords()
  return (
    <Checkbox label={<span className={`visually-hidden ${styles.all}`}>{t('gdap-board.extend.choose_all')}</span>}
      checked={total > 0 && count === total}
      ref={(box) => { if (box) box.indeterminate = count > 0 && count < total }}
      onChange={({ target }) => chooseAll(target.checked)} />
  )
}
