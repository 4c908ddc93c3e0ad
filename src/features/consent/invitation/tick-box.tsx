import { Checkbox } from '../../../ui/forms/checkbox.tsx'
import type { Elements } from '../../../ui/elements.ts'
import { Stack, Text } from '../../../ui/looks/layout.tsx'
import styles from '../answer.module.css'

type Props = {
  id: string
  title: string
  why: string
  label: string
  /** The complaint while it is required and unticked. */
  missing: string | undefined
  isTicked: boolean
  onTick: (isTicked: boolean) => void
  children?: Elements
}

/** A box to tick before accepting, so that one press alone does not accept. */
export const TickBox = ({ id, title, why, label, missing, isTicked, onTick, children }: Props) => (
  <Stack gap={3} card pad={5} className={styles.agreement}>
    <Text as="h3" text="title">{title}</Text>
    <p>{why}</p>
    {children}
    <Checkbox id={id} label={label} checked={isTicked} error={isTicked ? undefined : missing}
      onChange={({ target }) => onTick(target.checked)} />
  </Stack>
)
