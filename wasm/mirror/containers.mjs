// Landmarks, groups, lists and tables: boxes around what they hold.
import { make, set_name } from './common.mjs'

const container = (tag, attributes) => ({ is_box: true, make: () => make(tag, attributes), patch: set_name })

export const containers = {
    region: container('section'),
    group: container('div', { role: 'group' }),
    form: container('form', { novalidate: '' }),
    list: container('ul', { role: 'list' }),
    list_item: container('li'),
    table: container('div', { role: 'table' }),
    row: container('div', { role: 'row' }),
    radio_group: container('div', { role: 'radiogroup' }),
    alert: container('div', { role: 'alert' }),
}
