/** Conditions of a write, and the changes of an update, as data; compiled to DynamoDB's expressions. */

export type Condition =
  | { readonly kind: 'exists' | 'missing'; readonly attribute: string }
  | {
      readonly kind: 'compare';
      readonly attribute: string;
      readonly operator: '=' | '<>' | '<' | '<=' | '>' | '>=';
      readonly value: unknown;
    }
  /** of a list: no element is equal to the value */
  | { readonly kind: 'lacks'; readonly attribute: string; readonly value: unknown }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Condition[] };

export const exists = (attribute: string): Condition => ({ kind: 'exists', attribute });
export const missing = (attribute: string): Condition => ({ kind: 'missing', attribute });
export const equals = (attribute: string, value: unknown): Condition => ({
  kind: 'compare',
  attribute,
  operator: '=',
  value,
});
/** An absent attribute differs from every value. */
export const differs = (attribute: string, value: unknown): Condition => ({
  kind: 'compare',
  attribute,
  operator: '<>',
  value,
});
export const below = (attribute: string, value: unknown): Condition => ({
  kind: 'compare',
  attribute,
  operator: '<',
  value,
});
export const atMost = (attribute: string, value: unknown): Condition => ({
  kind: 'compare',
  attribute,
  operator: '<=',
  value,
});
export const atLeast = (attribute: string, value: unknown): Condition => ({
  kind: 'compare',
  attribute,
  operator: '>=',
  value,
});
export const lacks = (attribute: string, value: unknown): Condition => ({ kind: 'lacks', attribute, value });
export const all = (...of: Condition[]): Condition => ({ kind: 'and', of });
export const any = (...of: Condition[]): Condition => ({ kind: 'or', of });

export interface Change {
  readonly set?: Readonly<Record<string, unknown>>;
  /** set where they are absent; what is there stays */
  readonly setMissing?: Readonly<Record<string, unknown>>;
  /** numbers added to what is there (an absent attribute counts as 0), or members put into a set */
  readonly add?: Readonly<Record<string, number | ReadonlySet<string>>>;
  /** lines put at the end of a list */
  readonly append?: Readonly<Record<string, readonly string[]>>;
  readonly remove?: readonly string[];
}

/** Collects names and values under short placeholders. */
export class Expression {
  readonly names: Record<string, string> = {};
  readonly values: Record<string, unknown> = {};
  readonly #placeholders = new Map<string, string>();

  name(attribute: string): string {
    const known = this.#placeholders.get(attribute);
    if (known) return known;
    const placeholder = `#${this.#placeholders.size}`;
    this.#placeholders.set(attribute, placeholder);
    this.names[placeholder] = attribute;
    return placeholder;
  }

  value(value: unknown): string {
    const placeholder = `:${Object.keys(this.values).length}`;
    this.values[placeholder] = value;
    return placeholder;
  }

  condition(condition: Condition): string {
    switch (condition.kind) {
      case 'exists':
        return `attribute_exists(${this.name(condition.attribute)})`;
      case 'missing':
        return `attribute_not_exists(${this.name(condition.attribute)})`;
      case 'compare':
        return `${this.name(condition.attribute)} ${condition.operator} ${this.value(condition.value)}`;
      case 'lacks':
        return `NOT contains(${this.name(condition.attribute)}, ${this.value(condition.value)})`;
      case 'and':
      case 'or':
        return `(${condition.of.map((part) => this.condition(part)).join(condition.kind === 'and' ? ' AND ' : ' OR ')})`;
    }
  }

  change(change: Change): string {
    const set = [
      ...Object.entries(change.set ?? {}).map(([name, value]) => `${this.name(name)} = ${this.value(value)}`),
      ...Object.entries(change.setMissing ?? {}).map(
        ([name, value]) => `${this.name(name)} = if_not_exists(${this.name(name)}, ${this.value(value)})`,
      ),
      ...Object.entries(change.append ?? {}).map(
        ([name, more]) => `${this.name(name)} = list_append(${this.name(name)}, ${this.value(more)})`,
      ),
    ];
    const add = Object.entries(change.add ?? {}).map(([name, more]) => `${this.name(name)} ${this.value(more)}`);
    const remove = (change.remove ?? []).map((name) => this.name(name));
    return [
      set.length > 0 ? `SET ${set.join(', ')}` : '',
      add.length > 0 ? `ADD ${add.join(', ')}` : '',
      remove.length > 0 ? `REMOVE ${remove.join(', ')}` : '',
    ]
      .filter(Boolean)
      .join(' ');
  }
}
