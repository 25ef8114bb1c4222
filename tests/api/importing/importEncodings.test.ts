import { describe, expect, it } from 'vitest'
import { listResponses } from '../../../db/responses/list.ts'
import { bring, totalOf } from './bring.ts'

describe('files as programs save them', () => {
  const text =
    'Datum;Hodnocení;Komentář;Jméno\r\n1. 9. 2021;9;Žádný problém, děkuji;Jiří Dvořák\r\n2. 9. 2021;3;Příliš pomalé řešení, čekám týden;Božena Němcová\r\n'
  const CZECH = 'áčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ'
  const CODES = 'e1e8efe9ecedf2f3f89a9dfaf9fd9ec1c8cfc9cccdd2d3d88a8ddad9dd8e'.match(/../g)!
  const windows1250 = Uint8Array.from(text, (char) =>
    CZECH.includes(char) ? parseInt(CODES[CZECH.indexOf(char)]!, 16) : char.charCodeAt(0),
  )

  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-16', new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))],
    ['Windows-1250', windows1250],
    ['a line that names the separator', new TextEncoder().encode(`sep=;\r\n${text}`)],
    ['tabs', new TextEncoder().encode(text.replaceAll(';', '\t'))],
  ])('keep their letters: %s', async (_, bytes) => {
    const { db, survey, store } = await bring(bytes)
    await store()

    const rows = await listResponses(db, { surveyId: survey.id, limit: 10 })
    expect(rows.map(({ customerName }) => customerName)).toEqual(['Božena Němcová', 'Jiří Dvořák'])
    expect(rows[1]!.answers).toContainEqual({
      question: 'why',
      value: null,
      text: 'Žádný problém, děkuji',
    })
  })

  it('show which words they contain, and where a byte of UTF-8 is invalid', async () => {
    const bytes = Buffer.from(`score,date,comment\n${'9,2021-01-02,Dvořák\n'.repeat(50)}`)
    bytes[bytes.lastIndexOf(0xc5)] = 0xf8
    const seen = await (await bring(bytes)).preview()
    expect(seen.table.format).toContain('utf-8')
    expect(seen.letters.words).toContain('Dvořák')
    expect(seen.letters.damaged).toMatchObject({
      count: 1,
      first: [{ line: 51, column: 'comment' }],
    })
  })

  it('may be JSON', async () => {
    const dump = [9, 2].map((score, id) => ({
      id,
      person: { id: `p${id}`, email: `p${id}@example.com`, name: 'Jo Doe' },
      survey_type: 'nps',
      score,
      comment: 'What they said about it',
      created_at: 1_674_455_052 + id,
      person_properties: { Plan: 'Pro' },
    }))
    const { db, survey, store } = await bring(JSON.stringify(dump, null, 2))
    expect(await store()).toMatchObject({ stored: 2 })
    const [row] = await listResponses(db, { surveyId: survey.id, limit: 1 })
    expect(row).toMatchObject({
      customerEmail: 'p1@example.com',
      customerExternalId: 'p1',
      properties: { 'person_properties.plan': 'Pro' },
    })
  })

  it('may be one object per line, or a list inside objects, with ids longer than a double holds', async () => {
    const rows = ['3074457347487777543', '3074457347487777544'].map(
      (id, day) => `{"id":${id},"score":9,"at":"2021-01-0${day + 1}","customer":{"id":${id}}}`,
    )
    for (const text of [rows.join('\n'), `{"result":{"page":1,"rows":[${rows.join()}]}}`]) {
      const { db, survey, store } = await bring(text)
      expect(await store()).toMatchObject({ stored: 2 })
      const stored = await listResponses(db, { surveyId: survey.id, limit: 10 })
      expect(stored.map(({ customerExternalId }) => customerExternalId)).toEqual([
        '3074457347487777544',
        '3074457347487777543',
      ])
    }
  })

  it('may lack dates; then all rows get one', async () => {
    const text = 'score,comment\n9,Good and quick\n3,Slow and rude\n'
    await expect((await bring(text)).preview()).rejects.toThrow('--date 2024-05-01')
    const { db, survey, store } = await bring(text, { date: '2024-05-01' })
    expect(await store()).toMatchObject({ stored: 2 })
    expect(await totalOf(db, survey.id, '2024-05-01', '2024-05-01')).toMatchObject({ n: 2 })
    await expect((await bring(text, { date: '1.5.2024' })).preview()).rejects.toThrow(
      '--date takes',
    )
  })

  it('may lack a header', async () => {
    const { store } = await bring('9,2021-01-02,Good and quick\n3,2021-01-03,Slow and rude\n')
    expect(await store()).toMatchObject({ stored: 2 })
  })
})
