// A loader of modules: what a page imports, its imports are imported for the same page.

export const resolve = async (specifier, context, next) => {
  const found = await next(specifier, context);
  const page = /\?page=\d+$/.exec(context.parentURL ?? "")?.[0];
  return page && !found.url.includes("?") ? { ...found, url: found.url + page } : found;
};
