import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

/** Kvitt's JSON Schemas: what is sent must fit, and what does not fit is not acted on. */
export class Contract {
  #ajv

  /** @param folder with `common.json` and one schema for each type */
  constructor(folder) {
    // Not strict: a schema may put further bounds beside a reference.
    this.#ajv = addFormats(new Ajv2020({ strict: false }))
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
      const schema = JSON.parse(readFileSync(join(folder, file), 'utf8'))
      this.#ajv.addSchema(schema, file.replace(/\.json$/, ''))
    }
  }

  /** Empty when the value fits; undefined for a type that a newer Kvitt has. */
  problem(type, value) {
    const validate = this.#ajv.getSchema(type)
    if (!validate) return undefined
    return validate(value) ? '' : this.#ajv.errorsText(validate.errors)
  }

  require(type, value) {
    const problem = this.problem(type, value)
    if (problem !== '') throw new Error(`not sent, because it is no ${type}: ${problem}`)
  }
}
