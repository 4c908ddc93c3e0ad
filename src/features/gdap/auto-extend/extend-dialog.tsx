import type { GdapRelationshipOnWire } from '../../../../domain/gdap/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { ChangeList } from '../../../ui/lists/change-list.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { Box, Row, Text } from '../../../ui/looks/layout.tsx'
import styles from './auto-extend.module.css'

/** The most names that the dialog lists. */
const fewNames = 8

type Props = { isOpen: boolean; onClose: () => void; rows: readonly GdapRelationshipOnWire[]; onExtend: () => void }

/** Confirms how many extend, where, for how long, and who is notified (BR-86, BR-89, BR-91). */
export function ExtendDialog({ isOpen, onClose, rows, onExtend }: Props) {
  const { t, formatDateTime } = useWords()
  const count = rows.length
  const customers = new Set(rows.map(({ customer }) => customer?.tenantId)).size
  const first = rows.flatMap(({ endDateTime }) => endDateTime ?? []).toSorted().at(0)
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('gdap-board.extend.ask.title', { count })} actions={
      <>
        <Button onPress={onClose}>{t('gdap-board.remove.cancel')}</Button>
        <Button variant="accent" onPress={onExtend}>{t('gdap-board.extend.submit', { count })}</Button>
      </>
    }>
      <Box as="details" open={count <= fewNames} after={4} className={styles.names}>
        <summary>{t('gdap-board.extend.periods')}</summary>
        <ul>
          {rows.map(({ id, displayName, customer }) => (
            <Row as="li" gap="0 3" breaks key={id}>
              <bdi>{displayName}</bdi>{customer && <Text as="bdi" measure={76} tone="muted">{customer.displayName}</Text>}
            </Row>
          ))}
        </ul>
      </Box>
      <ChangeList
        changes={[
          t('gdap-board.extend.ask.length', { count, customers }),
          ...(first === undefined ? [] : [t('gdap-board.extend.ask.first', { date: formatDateTime(first) })]),
          t('gdap-board.extend.ask.told'),
        ]}
        keeps={[t('gdap-board.extend.ask.keeps.roles'), t('gdap-board.extend.ask.keeps.off')]} />
    </Dialog>
  )
}
