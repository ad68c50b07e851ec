type Item = Record<string, unknown>;

export interface Placeholders {
  readonly names: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Whether a condition expression of the forms that our table writes holds for an item. */
export function holds(expression: string, item: Item, { names, values }: Placeholders): boolean {
  const tokens: string[] =
    expression.match(/attribute_(?:not_)?exists|NOT contains|AND|OR|[()]|[#:]\d+|<>|<=|>=|[=<>]|,/g) ?? [];
  let place = 0;
  const take = () => tokens[place++] ?? '';
  const attribute = () => item[names[take()] ?? ''];
  const term = (): boolean => {
    const token = take();
    if (token === '(') return group();
    if (token.startsWith('attribute_')) {
      take();
      const there = attribute() !== undefined;
      take();
      return token === 'attribute_exists' ? there : !there;
    }
    if (token === 'NOT contains') throw new Error('contains is not simulated');
    const left = item[names[token] ?? ''];
    const operator = take();
    const right = values[take()];
    return compare(left, operator, right);
  };
  const group = (): boolean => {
    let result = term();
    for (let next = take(); next === 'AND' || next === 'OR'; next = take()) {
      const right = term();
      result = next === 'AND' ? result && right : result || right;
    }
    return result;
  };
  tokens.push(')');
  return group();
}

function compare(left: unknown, operator: string, right: unknown): boolean {
  if (left === undefined) return operator === '<>';
  const [a, b] = [left as number, right as number];
  switch (operator) {
    case '=':
      return a === b;
    case '<>':
      return a !== b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    default:
      throw new Error(`no such operator: ${operator}`);
  }
}

/** Whether an item is meant by the condition of a query, of one partition and perhaps a stretch of it. */
export function keyCondition(expression: string, { names, values }: Placeholders): (item: Item) => boolean {
  const equal = [...expression.matchAll(/(#\d+) = (:\d+)/g)];
  const [, sort = '', from = '', to = ''] = /(#\d+) BETWEEN (:\d+) AND (:\d+)/.exec(expression) ?? [];
  const isWithin = (item: Item) => {
    const value = String(item[names[sort] ?? '']);
    return value >= String(values[from]) && value <= String(values[to]);
  };
  return (item) =>
    equal.every(([, name = '', value = '']) => item[names[name] ?? ''] === values[value]) &&
    (sort === '' || isWithin(item));
}

/** The item after an update expression with SET, ADD and REMOVE. */
export function updated(expression: string, item: Item, { names, values }: Placeholders): Item {
  const next = { ...item };
  const [, set = '', add = '', remove = ''] =
    /^(?:SET (.*?))?\s*(?:ADD (.*?))?\s*(?:REMOVE (.*?))?$/.exec(expression) ?? [];
  for (const [, name = '', value = ''] of set.matchAll(/(#\d+) = (:\d+)/g)) next[names[name] ?? ''] = values[value];
  for (const [, name = '', value = ''] of set.matchAll(/(#\d+) = list_append\(#\d+, (:\d+)\)/g)) {
    const attribute = names[name] ?? '';
    next[attribute] = [...(next[attribute] as unknown[]), ...(values[value] as unknown[])];
  }
  for (const [name] of remove.matchAll(/#\d+/g)) delete next[names[name] ?? ''];
  for (const [, name = '', value = ''] of add.matchAll(/(#\d+) (:\d+)/g)) {
    const attribute = names[name] ?? '';
    next[attribute] = Number(next[attribute] ?? 0) + Number(values[value]);
  }
  return next;
}
