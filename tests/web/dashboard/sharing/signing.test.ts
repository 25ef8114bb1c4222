import { expect, it } from 'vitest'
import { hasPlaceholder, linkRequest } from '../../../../web/dashboard/sharing/signing.ts'

const row = (name: string, value = '1') => ({ name, value })

it('requests a signed link with the customer apart from the properties', () => {
  expect(linkRequest([row('customer', '4711'), row('agent', 'anna')], 'he', true)).toEqual({
    properties: { agent: 'anna' },
    customer: { id: '4711' },
    language: 'he',
    singleUse: true,
  })
  expect(linkRequest([], '', false)).toEqual({ properties: {}, singleUse: false })
})

it('knows that a placeholder, which changes later, can’t be signed', () => {
  expect(hasPlaceholder([row('agent', 'no. {{ agent }}')])).toBe(true)
  expect(hasPlaceholder([row('agent', '{agent}')])).toBe(false)
})
