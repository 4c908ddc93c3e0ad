import { Row, Text } from '../looks/layout.tsx'
import styles from './name-with-note.module.css'

/** A name and what tells it apart from others of the same name. */
export const NameWithNote = ({ name, note }: { name: string; note: string | null | undefined }) => (
  <Row as="span" align="baseline" wide className={styles.line}>
    <bdi className={styles.name}>{name}</bdi>{' '}
    {note && <Text as="bdi" tone="muted" text="caption" className={styles.note}>{note}</Text>}
  </Row>
)
