import{a as F,b as j,k as oe}from"./chunk-H4DKSF5R.js";import{a as B}from"./chunk-O6JU2VDL.js";import{a as ee,b as te}from"./chunk-WG5PMATA.js";import{a as re}from"./chunk-ZIN35BPL.js";import{f as Z}from"./chunk-I6UTLSEY.js";import{f as V}from"./chunk-CTWQIWQG.js";import{d as z,f as N}from"./chunk-3A3V5TTW.js";import{Da as Q,E as W,Ka as f,La as P,fa as J,g as v,oa as X,r as K,ra as Y,w as q}from"./chunk-UG2EDGRD.js";import{a as $}from"./chunk-BYHIPRB2.js";import{a as T,b as d,e as b,h as D,i as h,o as R}from"./chunk-HILQJUX4.js";import{a as u}from"./chunk-LO2NM3CE.js";var se={all:"read_supervision",viewing:"read_supervision",extensions:"read_supervision",disclosures:"read_supervision",erasures:"read_operation",gaps:"read_operation",recording:"read_operation",retention:"read_operation",appointments:"read_supervision",unlocking:"read_supervision",settings:"read_supervision",assessments:"read_supervision",signs:"read_operation",complaints:"read_operation",incidents:"read_supervision",instruction:"read_supervision",contracts:"read_supervision",things:"read_operation",inspections:"read_operation",standards:"read_supervision",purge_rules:"read_operation",refusals:"read_supervision",findings:"read_operation"},_e=50;function C(e){return Object.keys(se).filter(t=>e.may.includes(se[t]))}function ie(e,t){let r=C(t),o=r[0];if(!o)return null;let[,s,i,n,m]=e;return{register:r.includes(s)?s:o,camera:i&&i!=="-"?i:"",from:j(n),to:j(m)}}function A({register:e,camera:t,from:r,to:o}){let s=[e,t||"-",r||"-",o||"-"];for(;s.length>1&&s.at(-1)==="-";)s.pop();return["book",...s]}function ne(e,t,r){let{register:o,camera:s,from:i,to:n}=t;return e.callWS({type:"kuma_bouhan/register",register:o,offset:r,limit:_e,...s?{camera:s}:{},...i?{start:`${i}T00:00:00`}:{},...n?{end:`${F(n)}T00:00:00`}:{}})}var ve=365;async function ae(e,t,r){let{register:o,camera:s,from:i,to:n}=t,m=F(n||r.date(Date.now())),{url:c}=await z(e,["requests","paper"],{paper:"register",language:r.language,register:o,start:`${i||Z(m,-ve)}T00:00:00`,end:`${m}T00:00:00`,...s?{camera:s}:{}});return c}async function de(e,t,r){let{register:o,camera:s,from:i,to:n}=t,{url:m}=await z(e,["register","csv"],{register:o,language:r.language,...s?{camera:s}:{},...i?{start:`${i}T00:00:00`}:{},...n?{end:`${F(n)}T00:00:00`}:{}});return m}function H(e){return e.normalize("NFKC").toLowerCase().trim()}function le(e,t){return e.callWS({type:"kuma_bouhan/proof",seq:t})}function L(e){return`${e.seq} ${e.kind} ${e.facts.slot??e.facts.start??""} ${e.facts.camera??""}`}function ce(e,t){let r=new Set(e.map(L));return[...e,...t.filter(o=>!r.has(L(o)))]}function pe(e){let t=new Set(e.map(({order:r})=>r));return e.filter(({phase:r,seq:o})=>r!=="ordered"||!t.has(o))}function w(e){let t=e.kind==="erasure"?e.facts.erased_at:e.facts.start;return(e.kind==="gap"||e.kind==="erasure")&&typeof t=="string"?t:e.entered}var we=new Set(["sign_confirmed","sign_missing","complaint_received","complaint_answered","complaint_closed","incident_noted","incident_followed","incident_closed","instructed","contract_made","contract_certified","contract_ended","thing_noted","thing_checked","thing_gone","taking_out_requested","taking_out_permitted","taking_out_denied","medium_returned","other_copy_noted","other_copy_gone","medium_disposed","inspected","standard_adopted","purge_rule_signed","purge_rule_ended","purge_rule_run"]),xe=["name","company","medium","serial","contact","place","where_to","lock","key_keeper","anti_theft","who_sees","task_text","text","measures","explained","reason_text","prevention","remarks","document","witness"];function me(e,t){return we.has(e)?$e(e,t):null}function*$e(e,t){let{facts:r,personal:o}=t;e==="purge_rule_signed"?yield`${String(r.start)} – ${String(r.end)}`:e==="contract_made"&&(yield t.span("start","until"));for(let s of xe){let i=o[s];typeof i=="string"&&i&&(yield i)}}var ue={*request_drafted(e){yield e.word("book.wanted",l(e.facts.wanted)),yield e.span("start","end"),yield I(e)},*footage_protected(e){yield e.span("start","end"),yield x(e)},*extension_requested(e){yield e.span("start","end"),yield be(e),yield G(e,"renews","book.more.renews"),yield*he(e),yield e.reason(l(e.personal.reason_text)),yield g(e,"remarks","book.more.remarks"),yield x(e)},*extension_approved(e){yield be(e),yield*O(e),yield x(e)},*extension_denied(e){yield*O(e),yield e.reason(l(e.personal.reason_text))},*extension_ended(e){yield e.reason(l(e.personal.reason_text))},*disclosure_requested(e){let{facts:t}=e;t.asks!=="disclosure"&&(yield e.word("book.asks",l(t.asks))),yield I(e),yield e.span("start","end"),yield*fe(e),yield g(e,"purpose_text","book.more.why"),yield g(e,"content_text","book.more.content"),yield*ge(e),yield g(e,"identity_check","book.more.identity"),yield g(e,"exception_text","book.more.no_paper");let r=e.word("book.danger",l(t.danger));r&&(yield e.t("book.more.danger",{what:r})),yield g(e,"urgency_text","book.more.urgency"),yield g(e,"no_other_way_text","book.more.no_other_way"),t.masked&&(yield e.t("book.more.others_masked")),yield g(e,"remarks","book.more.remarks"),yield*he(e),yield x(e)},*access_answered(e){let{facts:t,t:r}=e;for(let o of["business","retained"]){let s=e.word("book.answer",l(t[o]));s&&(yield r(`book.more.${o}`,{answer:s}))}yield r(t.obliged?"book.more.obliged":"book.more.not_obliged")},*disclosure_permitted(e){yield I(e),yield e.span("start","end"),e.facts.masked&&(yield e.t("book.more.others_masked")),e.facts.afterwards&&(yield e.t("book.more.afterwards")),yield*O(e),yield e.moment("until","book.more.unused_until","when"),yield x(e)},*disclosure_denied(e){e.facts.no_ground&&(yield e.t("book.more.no_ground")),yield*O(e),yield e.reason(l(e.personal.reason_text))},*masked_copy_made({facts:e,t}){yield t("book.more.masks",{count:Number(e.masks??0)})},*disclosure_prepared({facts:e,t,reader:r}){let o=r.format.bytes(Number(e.bytes??0));yield t("book.more.files",{count:Number(e.files??0),size:o}),e.masked&&(yield t("book.more.others_masked"))},*copy_downloaded(e){let{facts:t,t:r,reader:o}=e;yield r("book.more.copy",{number:Number(t.copy??0),form:e.word("book.copy_form",l(t.form)),size:o.format.bytes(Number(t.bytes??0))}),yield e.moment("due","book.more.to_delete_by","when")},*disclosure_provided(e){let{facts:t,personal:r,t:o}=e;yield e.moment("at","book.more.minute","when");let s=l(r.medium_text)||e.word("book.medium",l(t.medium));s&&(yield o("book.more.medium",{medium:s})),yield o("book.more.copies",{count:Number(t.copies??0)});let i=l(r.received_by);i&&(yield o("book.more.received_by",{name:i})),yield o(t.receipt?"book.more.receipt":"book.more.no_receipt"),yield e.word("book.duty",l(t.duty)),yield e.moment("due","book.more.duty_due","when")},*copy_confirmed(e){let{facts:t,t:r}=e;yield t.copy===null?r("book.more.handed_over"):r("book.more.copy_number",{number:Number(t.copy??0)}),yield e.word("book.fate",l(t.fate)),yield e.moment("at","book.more.minute","when")},*footage_seized(e){yield e.moment("at","book.more.minute","when"),yield e.span("start","end"),yield*fe(e),yield*ge(e),yield g(e,"content_text","book.more.content"),yield g(e,"remarks","book.more.remarks")}};function ye(e,t){return Object.hasOwn(ue,e)?ue[e]?.(t)??null:null}function*fe(e){let{personal:t,t:r}=e,o=["affiliation","title","name"].map(s=>l(t[s])).filter(Boolean);o.length&&(yield r("book.more.recipient",{text:o.join(" ")})),yield g(e,"contact","book.more.contact")}function*ge(e){let t=l(e.personal.document);t&&(yield e.t("book.more.document",{document:t})),yield g(e,"document_number","book.more.document_number")}function*he(e){yield G(e,"draft","book.more.draft_of"),yield G(e,"protection","book.more.protection_of")}function*O({facts:e,reader:t,t:r}){let o=t.name(l(e.requested_by));o&&(yield r("book.more.asked_by",{name:o})),e.one_person&&(yield r("book.more.one_person"))}function I(e){let t=l(e.facts.ground);return t?e.t("book.more.ground",{ground:e.word("viewing.ground",t)}):""}function be({facts:e,reader:t,t:r}){let o=Date.parse(l(e.until));return Number.isNaN(o)?"":r("book.more.kept_until",{when:t.format.fullDay(o-1)})}function x({facts:e,t}){let r=Number(e.pieces??0);return r?t("book.more.held",{count:r}):""}function G({facts:e,t},r,o){return typeof e[r]=="number"?t(o,{number:e[r]}):""}function g({personal:e,t},r,o){let s=l(e[r]);return s?t(o,{text:s}):""}function l(e){return typeof e=="string"?e:""}function S(e,t){let{t:r}=t,{facts:o}=e,s=new U(e,t),i=Te(e,r),n=r(i,{name:s.name(),place:s.place(),role:s.role(o.role),roles:s.roles(),act:s.act(),count:Number(o.count??o.acts??0),number:Number(o.number??0),before:Number(o.days_before??0),after:Number(o.days_after??0)});return{text:Re(n),more:[...s.more()].filter(Boolean)}}function M(e,{t,name:r}){return e.door==="itself"?t("book.by_itself"):e.automated||!e.user_id?t("book.by_automation"):e.by||r(e.user_id)||t("book.by_person")}function Te({kind:e,facts:t},r){let o=`book.kind.${e}`;return e==="recording_switched"&&(o+=t.on?"_on":"_off"),r(o)===o?"book.kind.unknown":o}var U=class{constructor(t,r){this.line=t;this.reader=r;this.t=r.t,this.facts=t.facts,this.personal=t.personal??{}}name(){let{facts:t,personal:r,reader:o}=this,s=t.user_id??t.requested_by??this.line.user_id;return a(r.name)||typeof s=="string"&&o.name(s)||this.t("book.somebody")}place(){let{facts:t,personal:r,t:o}=this,s=E(t.cameras);if(s.length)return this.reader.format.list(s.map(n=>this.placeOf(n)));if(typeof t.masked_copy=="number")return o("book.masked_copy",{number:t.masked_copy});if(typeof t.camera=="string")return this.placeOf(t.camera);let i=r.settings;return Pe(i)&&a(i.place)?a(i.place):o("book.all_cameras")}role(t){return typeof t=="string"?this.word("role",t):""}roles(){return this.reader.format.list(E(this.facts.roles).map(t=>this.role(t)))}act(){return this.word("book.act",a(this.facts.act))}*more(){let{facts:t,personal:r,t:o}=this;switch(this.line.kind){case"appointed":case"handed_over":a(r.title)&&(yield o("book.more.title",{title:a(r.title)})),yield this.span("since","until");break;case"appointment_ended":yield this.moment("until","book.until","until"),t.secrecy_acknowledged&&(yield o("book.more.secrecy"));break;case"role_lost":yield this.word("book.more.absence",a(t.absence));break;case"refounding_announced":yield this.moment("ready","book.more.ready","when");break;case"refounded":case"keys_begun":yield this.fingerprint();break;case"key_made":t.sees===!1&&(yield o("book.more.signs_only"));break;case"holder_admitted":t.by_code&&(yield o("book.more.by_code"));break;case"holder_removed":t.signs_on&&(yield o("book.more.signs_on")),yield this.fingerprint();break;case"recovery_code_used":yield this.word("book.code_use",a(t.use));break;case"viewing_began":case"viewing_requested":yield this.span("start","end"),yield this.purpose(),a(t.ground)&&(yield o("book.more.ground",{ground:this.word("viewing.ground",a(t.ground))})),yield this.people("attendees","book.more.attendees"),yield this.reason(a(r.reason_text)),a(r.document)&&(yield o("book.more.document",{document:a(r.document)}));break;case"viewing_permitted":case"viewing_denied":yield o("book.more.request",{number:Number(t.request??0)}),t.one_person&&(yield o("book.more.one_person"));break;case"viewing_ended":yield this.word("book.viewing_end",a(t.reason));break;case"footage_played":yield this.span("start","end"),t.stretches&&(yield o("book.more.stretches",{count:Number(t.stretches)}));break;case"site_changed":case"camera_changed":{let s=E(t.fields).map(i=>this.word("book.field",i));s.length&&(yield o("book.more.fields",{fields:this.reader.format.list(s)}));break}case"retention_changed":Number(t.slots)&&(yield o("book.more.sooner",{count:Number(t.slots)}));break;case"erasure_asked":yield this.span("true_start","true_end")||this.span("start","end"),t.chunks&&(yield o("book.more.chunks",{count:Number(t.chunks),size:this.reader.format.bytes(Number(t.bytes??0))})),yield this.reason(a(r.reason_text));break;case"purge_asked":yield o("book.more.hours",{count:Number(t.slots??0)});break;case"unlocked":yield this.moment("until","book.more.until","when");break;case"unlock_failed":yield this.moment("until","book.more.wait","when");break;case"locked":yield this.people("users","book.more.locked_for"),yield this.word("book.lock_reason",a(t.reason));break;case"refusal":Number(t.count)>1&&(yield o("book.more.count",{count:Number(t.count)})),yield this.word("book.refused",a(t.key).replace(/^role_needed_.*/,"role_needed"));break;case"vault_finding":case"book_finding":yield this.word("book.finding",a(t.finding)),yield a(t.detail);break;case"started":yield o("book.more.version",{version:a(t.software)});break;case"routine":yield o("book.more.routine",{cameras:Number(t.chunks??0),gaps:Number(t.gaps??0),erasures:Number(t.erasures??0)});break;case"gap":yield this.span("start","end"),yield this.word("gap",a(t.reason));break;case"erasure":yield this.span("start","end"),yield this.reason(a(t.reason)),yield o(t.confirmed?"book.more.confirmed":"book.more.unconfirmed");break;default:{let{kind:s}=this.line,i=ye(s,this)??me(s,this);if(i){yield*i;break}yield this.span("start","end"),yield this.reason(a(r.reason)||a(r.reason_text))}}}placeOf(t){return this.reader.place(t)??this.t("book.removed_camera")}word(t,r){if(!r)return"";let o=`${t}.${r}`,s=this.t(o);return s===o?r:s}reason(t){return t?this.t("book.more.reason",{reason:this.word("book.cause",t)}):""}purpose(){let t=a(this.facts.purpose);if(!t)return"";let r=t==="beyond"?this.t("viewing.beyond"):this.word("viewing.purpose",t);return this.t("book.more.purpose",{purpose:r})}people(t,r){let s=E(this.facts[t]).map(i=>this.reader.name(i)).filter(i=>i!==null);return s.length?this.t(r,{names:this.reader.format.list(s)}):""}fingerprint(){let t=a(this.facts.vault_fingerprint)||a(this.facts.fingerprint);return t?this.t("book.more.new_fingerprint",{fingerprint:t}):""}moment(t,r,o){let s=this.facts[t];return typeof s=="string"?this.t(r,{[o]:this.at(s)}):""}span(t,r){let[o,s]=[this.facts[t],this.facts[r]];return typeof o!="string"?"":typeof s!="string"?this.t("book.since",{since:this.at(o)}):this.t("book.span",{start:this.at(o),end:this.endOf(o,s)})}at(t){let{format:r}=this.reader;return`${r.fullDay(t)} ${r.time(t)}`}endOf(t,r){let{format:o}=this.reader;return o.date(t)===o.date(r)?o.time(r):this.at(r)}};function Re(e){return e.charAt(0).toUpperCase()+e.slice(1)}function a(e){return typeof e=="string"?e:""}function E(e){return Array.isArray(e)?e.filter(t=>typeof t=="string"):[]}function Pe(e){return typeof e=="object"&&e!==null&&!Array.isArray(e)}var _=class extends P{constructor(){super(...arguments);this.proof=null;this.problem=null;this.asking=!1}static{this.styles=[...R,B,T`
      :host {
        display: block;
      }
      .line {
        display: grid;
        grid-template-columns: 72px 1fr;
        gap: 0 12px;
        padding: 14px 0 4px;
      }
      time {
        color: var(--kb-soft);
        line-height: 1.65;
      }
      .text {
        font-weight: 600;
      }
      .line.ordered .text {
        font-weight: 400;
        color: var(--kb-soft);
      }
      .line > details {
        grid-column: 2;
        min-width: 0;
      }
      details > summary {
        font-size: 14px;
        font-weight: 500;
        color: var(--kb-soft);
      }
      details > summary:hover {
        color: var(--kb-accent);
      }
      .proof {
        display: grid;
        gap: 12px;
        padding: 4px 0 12px;
      }
      .check {
        display: flex;
        gap: 12px;
        align-items: flex-start;
        line-height: 1.6;
      }
      .check > .icon {
        margin-top: 1px;
        color: var(--kb-soft);
      }
      .check.good > .icon {
        color: var(--kb-good);
      }
      .check.bad {
        color: var(--kb-bad);
        font-weight: 600;
      }
      .check.bad > .icon {
        color: inherit;
      }
      pre {
        margin: 0 0 12px;
        padding: 12px;
        max-height: 320px;
        overflow: auto;
        border-radius: 8px;
        background: color-mix(in srgb, var(--kb-text) 6%, var(--kb-card));
        font-family: ui-monospace, "Noto Sans Mono", "DejaVu Sans Mono", monospace;
        font-size: 13px;
        line-height: 1.5;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      @media (max-width: 599px) {
        .line {
          grid-template-columns: 1fr;
        }
        .line > details {
          grid-column: 1;
        }
      }
    `]}shouldUpdate(r){return r.size!==1||!r.has("panel")||!this.hasUpdated}async check(r){if(!(!r.target.open||this.proof||this.asking)){this.asking=!0,this.problem=null;try{this.proof=await le(this.panel.hass,this.line.seq)}catch(o){this.problem=N(o)}finally{this.asking=!1}}}render(){let{line:r,reader:o}=this,{text:s,more:i}=S(r,o),n=w(r);return d`<div class="line ${r.phase}">
      <time datetime=${n} class="numbers">${o.format.time(n)}</time>
      <div>
        <p>
          <span class="text">${s}</span>
          ${this.phase()}
        </p>
        <p class="soft small">${[M(r,o),...i].join("・")}</p>
        ${r.erased?d`<p class="soft small">${this.erased()}</p>`:b}
      </div>
      <details @toggle=${this.check}>
        <summary>${f(q,20)}${this.t("book.proof.show")}</summary>
        <div class="proof" aria-live="polite">${this.proven()}</div>
      </details>
    </div>`}phase(){switch(this.line.phase){case"ordered":return d`<span class="tag plain">${this.t("book.ordered")}</span>`;case"failed":return d`<span class="tag bad">${this.t("book.failed")}</span>`;default:return b}}erased(){let{erased:r}=this.line;return typeof r=="string"?this.t("book.erased",{date:this.reader.format.fullDay(r)}):this.t("book.erased_undated")}proven(){let{proof:r,problem:o}=this;if(o)return d`<p class="check bad">
        ${f(v)}<span>${this.panel.words(o)}</span>
      </p>`;if(!r)return d`<p class="soft">${this.t("book.proof.checking")}</p>`;let{format:s}=this.reader;return d`
      ${r.included?this.checked("good","included",{size:s.number(r.size)}):this.checked("bad","not_included")}
      ${r.signature==="holds"?this.checked("good","signed"):r.signature==="broken"?this.checked("bad","broken"):this.checked("none","unsigned")}
      <p class="soft small">${this.t("book.proof.limits")}</p>
      <details>
        <summary>${f(q,20)}${this.t("book.proof.technical")}</summary>
        <p class="soft small">${this.t("book.proof.technical_explain")}</p>
        <pre tabindex="0">${ke(r)}</pre>
        <button class="button" @click=${()=>this.copy(r)}>
          ${f(W,20)}${this.t("book.proof.copy")}
        </button>
      </details>
    `}checked(r,o,s={}){return d`<p class="check ${r}">
      ${f({good:K,bad:v,none:J}[r])}<span>${this.t(`book.proof.${o}`,s)}</span>
    </p>`}async copy(r){let o=await re(ke(r));this.panel.say(this.t(o?"copy.copied":"copy.not_copied"))}};u([D({attribute:!1})],_.prototype,"line",2),u([D({attribute:!1})],_.prototype,"reader",2),u([h()],_.prototype,"proof",2),u([h()],_.prototype,"problem",2);function ke({leaf:e,index:t,size:r,root:o,path:s,checkpoint:i,...n}){let m=n.host_fingerprint;return JSON.stringify({index:t,size:r,leaf:e,path:s,root:o,checkpoint:i,host_fingerprint:m},null,2)}$("kb-book-line",_);var y=class extends P{constructor(){super(...arguments);this.lines=[];this.more=!1;this.reading=!0;this.problem=null;this.names=new Map;this.wanted="";this.asked="";this.turn=0}static{this.styles=[...R,T`
      .page {
        max-width: 960px;
      }
      .filter {
        display: grid;
        gap: 16px;
        align-items: end;
      }
      @media (min-width: 700px) {
        .filter {
          grid-template-columns: 1fr 1fr;
        }
      }
      @media (min-width: 1000px) {
        .filter {
          grid-template-columns: 1fr 1fr 1.5fr;
        }
      }
      .filter .days {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 12px;
      }
      .filter .find {
        grid-column: 1 / -1;
      }
      .filter .do {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        grid-column: 1 / -1;
      }
      .day > h2 {
        font-size: 17px;
        position: sticky;
        top: 56px;
        z-index: 1;
        padding: 12px 4px 8px;
        background: var(--kb-page);
      }
      .lines {
        padding: 0 20px;
      }
      .lines > li + li {
        border-top: 1px solid var(--kb-line);
      }
      .end {
        display: grid;
        justify-items: center;
        gap: 12px;
      }
      @media (max-width: 599px) {
        .lines {
          padding: 0 16px;
        }
      }
    `]}connectedCallback(){super.connectedCallback(),this.asked=""}willUpdate(r){super.willUpdate(r);let o=this.filter;if(!o)return;let s=A(o).join("/");s!==this.asked&&(this.asked=s,this.load(o),!this.names.size&&this.panel.may("appoint")&&this.learnNames())}get filter(){return ie(this.panel.path,this.panel.overview.me)}async load(r){this.lines=[],await this.page(r,0)}async page(r,o){let s=++this.turn;this.reading=!0,this.problem=null;try{let i=await ne(this.panel.hass,r,o);if(s!==this.turn)return;this.lines=ce(this.lines,i.lines),this.more=i.more}catch(i){s===this.turn&&(this.problem=N(i))}finally{s===this.turn&&(this.reading=!1)}}async learnNames(){let r=await this.panel.hass.callWS({type:"kuma_bouhan/people"}).catch(()=>null);r&&(this.names=oe(r))}async make(r){try{await r()}catch(o){this.panel.say(this.panel.words(o))}}change(r){let{filter:o}=this;o&&this.panel.go(A({...o,...r}),!0)}render(){let{filter:r,problem:o}=this;return r?d`<div class="page">
      <p class="soft">${this.t("book.explain")}</p>
      ${this.controls(r)}
      <div aria-busy=${this.reading}>${this.days()}</div>
      <div class="end">
        ${o?d`<p class="note bad" role="alert">
                ${f(v)}<span>${this.panel.words(o)}</span>
              </p>`:b}
        <p class="soft" role="status">${this.progress()}</p>
        ${this.more&&!this.reading?d`<button class="button" @click=${()=>this.page(r,this.lines.length)}>
                ${this.t("book.older")}
              </button>`:b}
      </div>
    </div>`:d`<div class="page">
        <p class="note">${f(v)}<span>${this.t("book.not_yours")}</span></p>
      </div>`}progress(){return this.reading?this.t("book.loading"):this.problem?"":this.more?this.wanted.trim()?this.t("book.find_more"):"":this.wanted.trim()?this.t("book.find_end"):this.t(this.lines.length?"book.no_more":"book.empty")}controls(r){let{register:o,camera:s,from:i,to:n}=r,{overview:m,hass:c,format:k}=this.panel;return d`<section class="card filter" aria-label=${this.t("book.filter")}>
      <div class="field">
        <label for="register">${this.t("book.register")}</label>
        <select
          id="register"
          @change=${p=>this.change({register:p.target.value})}
        >
          ${C(m.me).map(p=>d`<option value=${p} ?selected=${p===o}>
                ${this.t(`book.registers.${p}`)}
              </option>`)}
        </select>
      </div>
      <div class="field">
        <label for="camera">${this.t("book.camera")}</label>
        <select
          id="camera"
          @change=${p=>this.change({camera:p.target.value})}
        >
          <option value="" ?selected=${!s}>${this.t("book.all_cameras")}</option>
          ${(m.cameras??[]).map(p=>d`<option value=${p.camera} ?selected=${p.camera===s}>
                ${p.place}
              </option>`)}
        </select>
      </div>
      <div class="days">
        ${this.day("from",i,{max:n})} ${this.day("to",n,{min:i})}
      </div>
      <div class="field find">
        <label for="find">${this.t("book.find")}</label>
        <input
          id="find"
          type="search"
          autocomplete="off"
          aria-describedby="find-hint"
          .value=${this.wanted}
          @input=${p=>this.wanted=p.target.value}
        />
        <p class="hint" id="find-hint">${this.t("book.find_hint")}</p>
      </div>
      <div class="do">
        <button class="button" @click=${()=>this.load(r)}>
          ${f(Y,20)}${this.t("book.refresh")}
        </button>
        <button
          class="button"
          @click=${()=>this.make(()=>te(ae(c,r,k)))}
        >
          ${f(X,20)}${this.t("book.print")}
        </button>
        <button
          class="button"
          @click=${()=>this.make(async()=>ee(await de(c,r,k)))}
        >
          ${f(Q,20)}${this.t("book.csv")}
        </button>
        ${i||n?d`<button class="button quiet" @click=${()=>this.change({from:"",to:""})}>
                ${this.t("book.clear")}
              </button>`:b}
      </div>
    </section>`}day(r,o,{min:s,max:i}){return d`<div class="field">
      <label for=${r}>${this.t(`book.${r}`)}</label>
      <input
        id=${r}
        type="date"
        min=${s||b}
        max=${i||b}
        .value=${o}
        @change=${n=>this.change({[r]:n.target.value})}
      />
    </div>`}says(r,o,s){let{text:i,more:n}=S(r,o);return H([i,M(r,o),...n].join(`
`)).includes(s)}days(){let{format:r,overview:o}=this.panel,s=new Map((o.cameras??[]).map(c=>[c.camera,c.place])),i={t:this.panel.t,format:r,place:c=>s.get(c)??null,name:c=>this.names.get(c)??null},n=new Map,m=H(this.wanted);for(let c of pe(this.lines)){if(m&&!this.says(c,i,m))continue;let k=r.date(w(c));n.set(k,[...n.get(k)??[],c])}return[...n].map(([c,k])=>d`<section class="day" aria-labelledby="day-${c}">
          <h2 id="day-${c}">${r.longDay(w(k[0]))}</h2>
          <ul class="card lines">
            ${V(k,L,p=>d`<li>
                  <kb-book-line .panel=${this.panel} .reader=${i} .line=${p}></kb-book-line>
                </li>`)}
          </ul>
        </section>`)}};u([h()],y.prototype,"lines",2),u([h()],y.prototype,"more",2),u([h()],y.prototype,"reading",2),u([h()],y.prototype,"problem",2),u([h()],y.prototype,"names",2),u([h()],y.prototype,"wanted",2);$("kb-book",y);export{y as BookView};
