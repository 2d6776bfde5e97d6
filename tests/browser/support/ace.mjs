// What the rule engine of IBM's Equal Access finds in a page, beside axe: it has rules of its own, and names what only a
// person can decide. What is not an error is listed here with its reason, and nowhere else.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("accessibility-checker-engine/ace.js"), "utf8");

// `where` is a pattern for the element's start tag; without it the rule's findings are all of this kind. Most ask a person
// to look, and another test looks.
export const exceptions = [
  {
    rule: "element_attribute_deprecated",
    where: /^<meta [^>]*default-src/,
    why: "HTML has http-equiv=content-security-policy; the rule's list is older",
  },
  {
    rule: "aria_content_in_landmark",
    where: /class="skip-link"/,
    why: "a skip link precedes every landmark (technique G1), and axe's rule `region` exempts it",
  },
  {
    rule: "element_tabbable_visible",
    where: /class="skip-link"/,
    why: "it becomes visible with the focus (.skip-link:focus in site/styles/frame.css)",
  },
  {
    rule: "aria_role_redundant",
    where: /^<(ul|ol|table|tbody|thead|tr|th|td)\b.* role=/,
    why: "WebKit drops the role of a list without markers, and engines that of a table whose rows are laid out as blocks",
  },
  {
    rule: "aria_keyboard_handler_exists",
    where: /role="radiogroup"/,
    why: "the radio buttons in it have the browser's own keys; the group is no control (keyboard.test.mjs)",
  },
  {
    rule: "list_structure_proper",
    where: /^<dl>/,
    why: "HTML permits a div around each pair of a dl; the engine knows dt and dd as children alone",
  },
  { rule: "style_color_misuse", why: "asked once a style sheet: charts have texts and hatching, errors have sentences" },
  { rule: "style_highcontrast_visible", why: "asked once a style sheet: accessibility.test.mjs measures contrasts with forced colours" },
  { rule: "style_viewport_resizable", why: "asked once a style sheet: text_size.test.mjs and the visit at 200 % and 400 %" },
  {
    rule: "style_focus_visible",
    why: "asked wherever a style names a border or an outline: screens.test.mjs compares pictures with and without focus",
  },
  {
    rule: "element_tabbable_unobscured",
    why: "asked where canvases and texts overlap a control; what is under a control's middle is tested in screens.test.mjs",
  },
  {
    rule: "input_label_visible",
    where: /aria-label=/,
    why: "the visible text is on the control or beside it, and aria-label repeats it",
  },
  {
    rule: "input_label_visible",
    where: /^<(select|textarea) (?!.*aria-label=)/,
    why: "its label encloses it, of which the engine sees only the text before an input",
  },
  { rule: "input_fields_grouped", why: "a recommendation: what belongs together is in a group or a form with a name" },
  { rule: "input_checkboxes_grouped", why: "each is alone: terms, changes and consent have no others beside them" },
  { rule: "text_sensory_misuse", why: "asked at words such as “above” and “large”: each names an order in the text or an amount" },
  { rule: "text_quoted_correctly", where: /class="note"/, why: "licences quote their own terms" },
  {
    rule: "text_block_heading",
    where: /class="portal-(text|layer)"/,
    why: "large amounts, which follow the heading of their offer",
  },
  {
    rule: "widget_tabbable_exists",
    where: /name="fax"/,
    why: "the field that only programs fill in; it is hidden from everybody",
  },
  {
    rule: "form_submit_button_exists",
    where: /^<form [^>]*id="portal-/,
    sometimes: true,
    why: "the button that goes on is in the form; it acts on its press, as the page never navigates",
  },
];

// Its findings but for the exceptions, each with rule, message and element: in the whole page, or in what `selector` names.
// `used` collects the exceptions that there were.
export async function ace_findings(page, selector, used = new Set()) {
  if (!(await page.evaluate(() => "ace" in window))) await page.evaluate(source);
  const found = await page.evaluate(async (part) => {
    const { results } = await new window.ace.Checker().check(part ? document.querySelector(part) : document, ["IBM_Accessibility"]);
    return results.filter(({ value: [, result] }) => result !== "PASS").map(({ ruleId, message, snippet, value }) => ({ rule: ruleId, message, element: snippet, value: value.join(" ") }));
  }, selector);
  return found
    .filter((finding) => {
      const fitting = exceptions.filter(({ rule, where }) => rule === finding.rule && (!where || where.test(finding.element)));
      for (const one of fitting) used.add(one);
      return fitting.length === 0;
    })
    .map(({ rule, message, element, value }) => `${rule} (${value}): ${message}: ${element}`);
}
