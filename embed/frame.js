// The wizard for sites that allow a frame and no script. The address says what to show:
//
//   frame.html?playbook=/playbook.json&lang=nl&theme-accent=%23b3261e&parent=https://www.example.com
//
// `playbook` (https, or this origin) and the element's other attributes as listed in TAKEN;
// `theme-…` for the properties `--ripen-…`; `data-answer-…` for what is chosen ahead; `parent` is the
// origin of the page around, in full. Only that origin is told anything, and only it is heeded; without
// it nobody is. What is told, each message with `schema: "ripen-frame/1"`:
//
//   { type: "height", height }          whenever it changes; in CSS pixels
//   { type: "event", name, detail }     the element's events, without anything personal
//
// and heeded: { schema, type: "hello" } (tell the height again) and { schema, type: "reset" }.
// `handoff` is heeded where the page's own `ripen-handoff` names it, and nowhere else.
//
// A page that may run a script can use frame-host.js for its side.

const SCHEMA = "ripen-frame/1";

// Not among them: `workspace`, as no page around may write into one; `emit-data`, as nothing personal
// is told; `presentation` and `loading`, which a frame decides.
const TAKEN = ["lang", "color-scheme", "storage-key", "resume", "handoff", "capture-utm"];
const THEME = ["accent", "accent-text", "text", "surface", "radius", "font", "size", "spacing"];
const TOLD = ["ripen-ready", "ripen-step", "ripen-result", "ripen-submitted", "ripen-error"];

// What the page itself says; the wizard has its own words.
const WORDS = {
  en: ["These questions could not be loaded.", "Your answers are kept for these questions on this site only.", "Your browser keeps nothing here: if you leave this page, your answers are gone."],
  nl: ["Deze vragen konden niet worden geladen.", "Uw antwoorden worden alleen voor deze vragen op deze site bewaard.", "Uw browser bewaart hier niets: als u deze pagina verlaat, zijn uw antwoorden weg."],
  de: ["Diese Fragen konnten nicht geladen werden.", "Ihre Antworten werden nur für diese Fragen auf dieser Website aufbewahrt.", "Ihr Browser bewahrt hier nichts auf: Wenn Sie diese Seite verlassen, sind Ihre Antworten weg."],
  fr: ["Ces questions n’ont pas pu être chargées.", "Vos réponses ne sont gardées que pour ces questions sur ce site.", "Votre navigateur ne garde rien ici : si vous quittez cette page, vos réponses sont perdues."],
  es: ["No se han podido cargar estas preguntas.", "Sus respuestas se guardan solo para estas preguntas en este sitio.", "Su navegador no guarda nada aquí: si sale de esta página, sus respuestas se pierden."],
  vi: ["Không tải được các câu hỏi này.", "Câu trả lời của bạn chỉ được lưu cho các câu hỏi này trên trang web này.", "Trình duyệt của bạn không lưu gì ở đây: nếu bạn rời trang này, các câu trả lời sẽ mất."],
  ar: ["تعذّر تحميل هذه الأسئلة.", "تُحفظ إجاباتك لهذه الأسئلة على هذا الموقع وحده.", "لا يحفظ متصفّحك شيئًا هنا: إذا غادرت هذه الصفحة فُقدت إجاباتك."],
};
const FROM_RIGHT = /^ar\b/;

const asked = new URLSearchParams(location.search);

/** An origin written in full, and nothing else: https, or this machine for trying out. */
const originOf = (text) => {
  const url = text && URL.canParse(text) ? new URL(text) : null;
  const here = /^(localhost|127\.0\.0\.1|\[::1\])$/;
  const safe = url?.protocol === "https:" || (url?.protocol === "http:" && here.test(url.hostname));
  return safe && url.origin === text ? url.origin : null;
};

/** A playbook's address: https or this origin, never one that carries a password or is data itself. */
const playbookOf = (text) => {
  const url = text && URL.canParse(text, location.href) ? new URL(text, location.href) : null;
  const safe = url?.protocol === "https:" || url?.origin === location.origin;
  return safe && !url.username && !url.password ? url.href : null;
};

/** A colour, length or list of fonts; nothing that could fetch. */
const isPlain = (value) => /^[\w\s#%.,+*/()'"-]{1,120}$/.test(value) && !/(url|image|src|var|attr)[\w-]*\s*\(/i.test(value);

const parent = window.parent === window ? null : originOf(asked.get("parent"));
const tell = (message) => parent && window.parent.postMessage({ schema: SCHEMA, ...message }, parent);

/** Details of an event without what a visitor typed or is called. */
const withoutPersons = (detail) => {
  if (!detail || typeof detail !== "object") return detail;
  const { fields, consent, campaign, ...rest } = structuredClone(detail);
  if (Array.isArray(rest.answers)) {
    rest.answers = rest.answers.map(({ note, ...answer }) => {
      if (answer.value && typeof answer.value === "object" && "text" in answer.value) {
        const { value, text, ...typed } = answer;
        return typed;
      }
      return answer;
    });
  }
  return rest;
};

const isApart = () => {
  try {
    return window.top.location.origin !== location.origin;
  } catch {
    return true;
  }
};
const keeps = () => {
  try {
    const key = "ripen/frame";
    localStorage.setItem(key, "1");
    localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
};

const language = asked.get("lang")?.match(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)?.[0] ?? "en";
const [failed, apart, nothing] = WORDS[language.split("-")[0].toLowerCase()] ?? WORDS.en;
const root = document.documentElement;
root.lang = language;
if (FROM_RIGHT.test(language)) root.dir = "rtl";
const scheme = { light: "light", dark: "dark", auto: "light dark" }[asked.get("color-scheme")];
if (scheme) root.style.colorScheme = scheme;

const wizard = document.createElement("ripen-wizard");
const fallback = document.createElement("p");
wizard.append(fallback);
for (const name of TAKEN) if (asked.has(name)) wizard.setAttribute(name, asked.get(name));
const allowed = document.querySelector('meta[name="ripen-handoff"]').content.split(/\s+/);
const handoff = asked.get("handoff");
if (handoff && handoff !== "none" && !allowed.includes(handoff)) {
  wizard.removeAttribute("handoff");
  // Whoever builds the page is told; the visitor is asked for nothing that would go nowhere.
  const message = "The address's handoff is not used: this page's meta ripen-handoff does not name it.";
  console.warn(message);
  tell({ type: "event", name: "ripen-error", detail: { schema: "ripen-error/1", code: "handoff", message } });
}
for (const [name, value] of asked) {
  if (/^data-answer-[a-z][a-z0-9_-]*$/.test(name)) wizard.setAttribute(name, value);
}
for (const name of THEME) {
  const value = asked.get(`theme-${name}`);
  if (value && isPlain(value)) root.style.setProperty(`--ripen-${name}`, value);
}

const notice = document.getElementById("notice");
for (const name of TOLD) {
  wizard.addEventListener(name, ({ detail }) => {
    tell({ type: "event", name, detail: withoutPersons(detail) });
    if (name === "ripen-error") fallback.textContent = failed;
    // Said once there is something to keep.
    if (name === "ripen-step" && detail.index > 0 && notice.hidden) {
      notice.textContent = !keeps() ? nothing : isApart() ? apart : "";
      notice.hidden = !notice.textContent;
    }
  });
}

let height = 0;
const measure = (again) => {
  const now = Math.ceil(root.getBoundingClientRect().height);
  if (now === height && !again) return;
  height = now;
  tell({ type: "height", height });
};
new ResizeObserver(() => measure(false)).observe(root);

window.addEventListener("message", ({ source, origin, data }) => {
  if (source !== window.parent || !parent || origin !== parent || data?.schema !== SCHEMA) return;
  if (data.type === "hello") measure(true);
  // Says why by `ripen-error` where it cannot.
  else if (data.type === "reset") wizard.reset().catch(() => {});
});

const playbook = playbookOf(asked.get("playbook"));
wizard.setAttribute("loading", "eager");
// Without one the element says that it has none, and shows the fallback.
if (playbook) wizard.setAttribute("playbook", playbook);
document.getElementById("here").replaceChildren(wizard);
