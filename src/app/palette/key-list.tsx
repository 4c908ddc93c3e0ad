import { Fragment, useState } from 'react'
import type { MessageId } from '../../i18n/message-id.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Checkbox } from '../../ui/forms/checkbox.tsx'
import { Facts } from '../../ui/looks/facts.tsx'
import { Row, Stack, Text } from '../../ui/looks/layout.tsx'
import { modifier, setSingleKeys, takesSingleKeys } from '../frame/keys.ts'
import styles from './palette.module.css'

type Named = 'arrows' | 'vertical' | 'home' | 'end' | 'page_up' | 'page_down' | 'enter' | 'space' | 'escape' | 'shift'
type Key = Named | 'mod' | 'K' | '?' | '/'
/** Ways to the same, each of the keys pressed together. */
type Line = { does: Extract<MessageId, `palette.does.${string}`>; ways: readonly (readonly Key[])[] }

const lists: readonly { title: MessageId; lines: readonly Line[] }[] = [
  {
    title: 'palette.keys.everywhere',
    lines: [
      { does: 'palette.does.palette', ways: [['mod', 'K']] },
      { does: 'palette.does.keys', ways: [['?']] },
      { does: 'palette.does.search', ways: [['/']] },
      { does: 'palette.does.close', ways: [['escape']] },
    ],
  },
  {
    title: 'palette.keys.palette',
    lines: [
      { does: 'palette.does.move', ways: [['vertical']] },
      { does: 'palette.does.ends', ways: [['home'], ['end']] },
      { does: 'palette.does.open', ways: [['enter']] },
      { does: 'palette.does.apart', ways: [['mod', 'enter']] },
    ],
  },
  {
    title: 'palette.keys.lists',
    lines: [
      { does: 'palette.does.cell', ways: [['arrows']] },
      { does: 'palette.does.row_ends', ways: [['home'], ['end']] },
      { does: 'palette.does.list_ends', ways: [['mod', 'home'], ['mod', 'end']] },
      { does: 'palette.does.pages', ways: [['page_up'], ['page_down']] },
      { does: 'palette.does.open_row', ways: [['enter']] },
      { does: 'palette.does.choose', ways: [['space']] },
      { does: 'palette.does.choose_range', ways: [['shift', 'space'], ['shift', 'vertical']] },
    ],
  },
]

/** The keys that work, and whether single ones do. */
export function KeyList() {
  const { t } = useWords()
  const [takesSingle, setTakesSingle] = useState(takesSingleKeys)
  const nameOf = (key: Key) =>
    key === 'mod' ? modifier ?? t('app.nav.ctrl') : key === 'K' || key === '?' || key === '/' ? key : t(`palette.key.${key}`)
  const keysOf = ({ ways }: Line) => (
    <Row gap={2}>
      {ways.map((way) => (
        <span key={way.join(' ')} className={styles.keys}>
          {way.map((key) => <Fragment key={key}>{' '}<kbd>{nameOf(key)}</kbd></Fragment>)}
        </span>
      ))}
    </Row>
  )
  return (
    <Stack gap={4}>
      {lists.map(({ title, lines }) => (
        <Stack as="section" key={title} gap={2}>
          <Text as="h3" text="strong">{t(title)}</Text>
          <Facts of="minmax(0, 3fr) minmax(0, 2fr)" facts={lines.map((line) => [t(line.does), keysOf(line)])} />
        </Stack>
      ))}
      <Checkbox label={t('palette.keys.single')} description={t('palette.keys.single.why')} checked={takesSingle}
        onChange={({ target }) => {
          setSingleKeys(target.checked)
          setTakesSingle(target.checked)
        }} />
    </Stack>
  )
}
