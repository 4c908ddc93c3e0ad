import { Row, Text } from '../looks/layout.tsx'
import styles from './name-with-note.module.css'

type Props = {
  name: string
  note: string | null | undefined
  /** Shortens the name too, so that some of the note is always seen. */
  isWanted?: boolean
}

/** A name and what tells it apart from others of the same name. */
export const NameWithNote = ({ name, note, isWanted = false }: Props) => (
  <Row as="span" align="baseline" wide className={styles.line} data-wanted={isWanted || undefined}>
    <bdi className={styles.name}>{name}</bdi>{' '}
    {note && <Text as="bdi" tone="muted" text="caption" className={styles.note}>{note}</Text>}
  </Row>
)
