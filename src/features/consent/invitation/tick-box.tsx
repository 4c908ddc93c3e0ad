import { Checkbox } from '../../../ui/forms/checkbox.tsx'
import type { Elements } from '../../../ui/elements.ts'
import { Stack, Text } from '../../../ui/looks/layout.tsx'
import styles from '../answer.module.css'

type Props = {
  id: string
  title: string
  why: string
  label: string
  /** What is said while it is not ticked though it has to be. */
  missing: string | undefined
  isTicked: boolean
  onTick: (isTicked: boolean) => void
  children?: Elements
}

/** What has to be ticked before a yes, and why; one press alone does not give it. */
export const TickBox = ({ id, title, why, label, missing, isTicked, onTick, children }: Props) => (
  <Stack gap={3} card pad={5} className={styles.agreement}>
    <Text as="h3" text="title">{title}</Text>
    <p>{why}</p>
    {children}
    <Checkbox id={id} label={label} checked={isTicked} error={isTicked ? undefined : missing}
      onChange={({ target }) => onTick(target.checked)} />
  </Stack>
)
