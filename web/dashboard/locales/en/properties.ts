export default {
  grouping: {
    title: 'Properties',
    help: 'Links, the widget and imported files can give answers properties, such as a channel or a team. Trends are filtered and grouped by them. A hidden property has no groups, and viewers do not see it with an answer; the answers still count. An answer counts here even where its score was skipped.',
    values: { one: '{{ n }} value', other: '{{ n }} values' },
    hide: 'Hide',
    show: 'Show',
    see: 'Values',
    reserved: 'always has groups',
    places: {
      hidden: 'Hidden',
      counting: 'Being counted',
      waiting: 'No groups: other properties are used more',
    },
    value: 'Value',
    valuesOf: 'Values of {{ name }}',
    valuePlaces: {
      hidden: 'Hidden, counted as “other”',
      counting: 'Being counted',
      waiting: 'Counted as “other”: other values are used more',
    },
    find: 'Find a value',
    none: 'No value matches.',
    most: 'Only the {{ n }} most used values are listed, and those that are hidden.',
    counting: 'Groups are being counted. This page updates by itself.',
    nowHidden: '“{{ name }}” is hidden.',
    nowShown: '“{{ name }}” is shown again.',
    empty: 'No properties yet',
    emptyHelp:
      'They appear here with the first answer that has some. Add them to the link under Share.',
  },
}
