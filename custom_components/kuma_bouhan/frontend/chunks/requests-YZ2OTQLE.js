import{a as V}from"./chunk-D4KRP3LB.js";import{b as W}from"./chunk-4CQLHLEP.js";import{a as M,b as v,c as j,d as z,e as H,h as B,i as G,n as J,o as L,p as Q,q as U}from"./chunk-VZYR7HE6.js";import{a as N,b as F,c as C,d as D,j as A}from"./chunk-4SUMXNU5.js";import{b as k}from"./chunk-RBTVVJGX.js";import"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import"./chunk-TSFYAZGY.js";import{a as I}from"./chunk-VHND7HAI.js";import{Ka as d,La as g,Na as R,Oa as S,Sa as K,Y as x,e as w,i as y,ma as q,oa as E}from"./chunk-QH2FQVPP.js";import"./chunk-3A3V5TTW.js";import{a as _,e as O}from"./chunk-LYGZ57WX.js";import{a as f}from"./chunk-BYHIPRB2.js";import{a as T,b as s,e as o,h as b,i as $,o as P}from"./chunk-LBO2O6FZ.js";import{a as m}from"./chunk-LO2NM3CE.js";var X=R(class extends S{constructor(){super(...arguments),this.key=o}render(l,p){return this.key=l,p}update(l,[p,t]){return p!==this.key&&(K(l),this.key=p),t}});var c=class extends g{constructor(){super(...arguments);this.filter={kind:"",camera:""}}static{this.styles=[...P,V,T`
      :host {
        display: block;
        container-type: inline-size;
      }
      .page {
        max-width: 960px;
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 12px 16px;
      }
      .filters {
        display: flex;
        flex: 0 1 420px;
        gap: 12px;
      }
      .filters select {
        min-height: var(--kb-touch);
        padding-block: 6px;
      }
      section > h2 {
        margin-bottom: 12px;
        font-size: 18px;
      }
      .count {
        color: var(--kb-soft);
        font-weight: 400;
      }
      .card {
        display: block;
        padding-block: 4px;
      }
      li + li {
        border-top: 1px solid var(--kb-line);
      }
      .item {
        display: grid;
        grid-template-columns: 72px minmax(0, 1fr) auto;
        gap: 2px 16px;
        margin-inline: -20px;
        padding: 14px 20px;
        color: inherit;
        text-decoration: none;
      }
      li:first-child .item {
        border-radius: var(--kb-radius) var(--kb-radius) 0 0;
      }
      li:last-child .item {
        border-radius: 0 0 var(--kb-radius) var(--kb-radius);
      }
      .item:hover {
        background: color-mix(in srgb, var(--kb-text) 4%, var(--kb-card));
      }
      .item > .number {
        grid-row: 1 / span 3;
        color: var(--kb-soft);
        line-height: 1.65;
      }
      .item > .name {
        grid-column: 2;
        font-weight: 600;
        line-height: 1.5;
      }
      .item > .side {
        grid-column: 3;
        grid-row: 1;
        text-align: end;
      }
      .item > p {
        grid-column: 2;
      }
      .item > .until {
        grid-column: 3;
        grid-row: 2;
        text-align: end;
      }
      .until.warn {
        font-weight: 600;
        color: var(--kb-warn);
      }
      .until.bad {
        font-weight: 600;
        color: var(--kb-bad);
      }
      .empty {
        padding-block: 20px;
      }
      @media (max-width: 599px) {
        .top .button,
        .filters {
          flex: 1 1 100%;
        }
        .item {
          margin-inline: -16px;
          padding-inline: 16px;
        }
      }
      /* Beside Home Assistant's own sidebar, too, there is little room. */
      @container (max-width: 799px) {
        .item {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        .item > .number {
          grid-row: 1;
          grid-column: 1;
        }
        .item > .side {
          grid-column: 2;
        }
        .item > .name,
        .item > p,
        .item > .until {
          grid-column: 1 / span 2;
          grid-row: auto;
          text-align: start;
        }
      }
    `]}render(){let t=j(this.list),{kind:e,camera:r}=this.filter,i=t.filter(a=>(!e||a.kind===e)&&(!r||a.item.cameras.includes(r))),n=new Map(v.map(a=>[a,[]]));for(let a of i)n.get(H(a))?.push(a);return s`<div class="page">
      <div class="top">
        ${this.kinds.length?s`<button class="button primary" @click=${this.begin}>
                ${d(q,20)}${this.t("requests.new")}
              </button>`:s`<span></span>`}
        ${t.length?this.filters(t):o}
      </div>
      ${this.panel.may("request_disclosure")?s`<kb-officer .panel=${this.panel}></kb-officer>`:o}
      ${i.length?v.map(a=>this.section(a,n.get(a)??[])):s`<p class="card soft empty">
              ${this.t(t.length?"requests.none_found":"requests.none")}
            </p>`}
      ${W(this.panel).length?s`<div class="actions">
              <button class="button" @click=${this.papers}>
                ${d(E,20)}${this.t("requests.other_papers")}
              </button>
            </div>`:o}
    </div>`}get kinds(){return N.filter(t=>this.panel.may(F[t]))}filters(t){let e=M.filter(i=>t.some(n=>n.kind===i)),r=this.panel.overview.cameras??[];return s`<div class="filters">
      <select
        aria-label=${this.t("requests.filter_kind")}
        @change=${i=>this.show({kind:Y(i)})}
      >
        <option value="">${this.t("requests.all_kinds")}</option>
        ${e.map(i=>s`<option value=${i} ?selected=${i===this.filter.kind}>
              ${this.t(`requests.kind.${i}`)}
            </option>`)}
      </select>
      ${r.length>1?s`<select
              aria-label=${this.t("requests.filter_camera")}
              @change=${i=>this.show({camera:Y(i)})}
            >
              <option value="">${this.t("requests.all_cameras")}</option>
              ${r.map(({camera:i,place:n})=>s`<option value=${i} ?selected=${i===this.filter.camera}>
                    ${n}
                  </option>`)}
            </select>`:o}
    </div>`}show(t){this.dispatchEvent(new CustomEvent("filter",{detail:{...this.filter,...t}}))}section(t,e){return e.length?s`<section aria-labelledby=${t}>
      <h2 id=${t}>
        ${this.t(`requests.section.${t}`)}
        <span class="count numbers">${e.length}</span>
      </h2>
      <ul class="card">
        ${I(e,({item:r})=>r.number,r=>s`<li>${this.row(r)}</li>`)}
      </ul>
    </section>`:o}row(t){let{panel:e}=this,{kind:r,item:i}=t,n=D(i.number),a=U(e,t);return s`<a
      class="item"
      href=${O(_,n)}
      @click=${h=>{h.ctrlKey||h.metaKey||h.shiftKey||(h.preventDefault(),e.go(n))}}
    >
      <span class="number numbers">${this.t("requests.number",{number:i.number})}</span>
      <span class="name">
        ${r==="protection"?this.t(`requests.kind.${r}`):this.t("requests.title",{kind:this.t(`requests.kind.${r}`),about:L(e,t)})}
      </span>
      <span class="side">${Q(e,t)}</span>
      <p class="small soft">${B(e,i.cameras)}・${G(e,i)}</p>
      <p class="small soft">
        ${this.t("requests.asked",{name:J(e,i),when:e.format.moment(i.at)})}
      </p>
      ${a?s`<p class="small until ${a.urgency}">${a.text}</p>`:o}
    </a>`}async begin(){let{NewRequestDialog:t}=await import("./new-request-FMABQIDU.js"),e=await k(new t(this.kinds),this.panel);e&&this.panel.go(C(e))}async papers(){let{PrintPaperDialog:t}=await import("./print-paper-ABNJ53DL.js");await k(new t,this.panel)}};m([b({attribute:!1})],c.prototype,"list",2),m([b({attribute:!1})],c.prototype,"filter",2);var Y=l=>l.target.value;f("kb-request-list",c);var u=class extends g{constructor(){super(...arguments);this.filter={kind:"",camera:""};this.failed=!1;this.watch=new A(this);this.wanted=new Set;this.at=""}want(t,e){this.wanted.has(t)||(this.wanted.add(t),e().catch(()=>this.failed=!0))}updated(t){super.updated(t);let e=this.panel.path.join("/");this.at&&e!==this.at&&window.scrollTo({top:0}),this.at=e}render(){let[,t,e]=this.panel.path;if(this.failed)return this.note("shell.not_loaded",!0);if(!this.panel.may("read_requests"))return this.note("requests.not_yours");if(t==="new")return this.want("forms",()=>import("./request-forms-FSOEG7QF.js")),s`<kb-request-forms
        .panel=${this.panel}
        .look=${()=>this.watch.load()}
      ></kb-request-forms>`;let{list:r,problem:i}=this.watch;if(!r)return i?this.said(this.panel.words(i),!0):s`<div class="page">
            <p class="soft" role="status">${this.t("shell.loading")}</p>
          </div>`;if(!t)return s`<kb-request-list
        .panel=${this.panel}
        .list=${r}
        .filter=${this.filter}
        @filter=${a=>this.filter=a.detail}
      ></kb-request-list>`;let n=z(r,Number(t));return n?e==="masks"?(this.want("masks",()=>import("./request-forms-FSOEG7QF.js")),s`<kb-request-forms
        .panel=${this.panel}
        .look=${()=>this.watch.load()}
      ></kb-request-forms>`):(this.want("page",()=>import("./request-page-4MG3TD7O.js")),s`${X(n.item.number,s`<kb-request-page
        .panel=${this.panel}
        .entry=${n}
        .settings=${r.settings}
        @changed=${()=>this.watch.load()}
      ></kb-request-page>`)}`):this.said(this.t("requests.not_found"),!1,this.back())}note(t,e=!1){return this.said(this.t(t),e)}back(){return s`<div>
      <button class="button quiet" @click=${()=>this.panel.go(["requests"])}>
        ${d(y,20)}${this.t("requests.back")}
      </button>
    </div>`}said(t,e,r=o){return s`<div class="page">
      ${r}
      <p class="note ${e?"bad":""}" role=${e?"alert":o}>
        ${d(e?w:x)}<span>${t}</span>
      </p>
    </div>`}};m([$()],u.prototype,"filter",2),m([$()],u.prototype,"failed",2);f("kb-requests",u);export{u as RequestsView};
