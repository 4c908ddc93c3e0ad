import type { ComponentProps } from 'react'
import { Field, type FieldProps } from './field.tsx'
import styles from './field.module.css'
import { Icon, type IconName } from '../marks/icon.tsx'

type Props = FieldProps & Omit<ComponentProps<'input'>, 'className'> & { icon?: IconName }

/** One line of text; other props go to the input, such as `{...form.register('name')}`. */
export function TextField({ label, hideLabel, description, error, optional, className, id, icon, ...input }: Props) {
  return (
    <Field {...{ label, hideLabel, description, error, optional, className, id }}>
      {(ids) => {
        const control = <input type="text" autoComplete="off" {...input} {...ids} className={styles.input} />
        return icon ? <div className={styles.withIcon}><Icon name={icon} />{control}</div> : control
      }}
    </Field>
  )
}
