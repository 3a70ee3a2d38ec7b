import{a as A,b as Q,c as I,e as S,f as Kt,g as Z,h as tt,i as Xt,j as Wt,k as Yt,l as et,m as L,n as mt,o as Ft,p as X,q as it,r as Jt,s as q,t as Qt,u as Zt,v as te}from"./chunk-S3AVUVL3.js";import"./chunk-PLOKVUB2.js";import{b as ee}from"./chunk-TMWOZPJI.js";import"./chunk-NOADZ2FN.js";import{a as se}from"./chunk-SGDMUUYG.js";import{e as ie}from"./chunk-4SUMXNU5.js";import{a as z,b as ut}from"./chunk-RBTVVJGX.js";import{b as ct}from"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import{c as Bt,d as Gt,e as T,f as ht}from"./chunk-I6UTLSEY.js";import{a as zt}from"./chunk-MTNA7FE6.js";import{A as J,Aa as Ht,Ba as Nt,Ca as Lt,K as O,Ka as m,La as b,M as G,N as Tt,O as dt,R as St,V as Rt,W as _t,ca as Ct,da as Mt,e as pt,ea as Pt,g as yt,h as wt,ia as Dt,l as $t,la as Ot,q as kt,sa as At,ua as It,v as xt,w as Et,xa as qt,za as Ut}from"./chunk-QH2FQVPP.js";import{b as Vt,c as K,d as D,f as jt}from"./chunk-3A3V5TTW.js";import{a as f}from"./chunk-BYHIPRB2.js";import{a as v,b as n,c as $,e as d,h,i as p,j as E,o as g}from"./chunk-LBO2O6FZ.js";import{a}from"./chunk-LO2NM3CE.js";var W=class extends b{constructor(){super(...arguments);this.camera="";this.date=""}static{this.styles=[...g,v`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 12px 24px;
      }
      .field {
        flex: 1 1 220px;
        max-width: 420px;
      }
      .days {
        display: flex;
        gap: 4px;
        align-items: center;
      }
      .days input {
        flex: 1;
      }
      .days .round {
        color: var(--kb-accent);
      }
      @media (max-width: 599px) {
        .field {
          max-width: none;
        }
      }
    `]}pick(t){let e={camera:this.camera,date:this.date,...t};this.dispatchEvent(new CustomEvent("pick",{detail:e}))}render(){let{overview:t,format:e}=this.panel,i=t.cameras??[],s=e.date(Date.now()),r=i.find(({camera:y})=>y===this.camera)?.oldest,u=r?e.date(r):s;return n`
      <div class="field">
        <label for="camera">${this.t("footage.camera")}</label>
        <select
          id="camera"
          @change=${y=>this.pick({camera:y.target.value})}
        >
          ${i.map(({camera:y,place:P})=>n`<option value=${y} ?selected=${y===this.camera}>${P}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="date">${this.t("footage.day")}</label>
        <div class="days">
          <button
            class="round"
            aria-label=${this.t("footage.day_before")}
            ?disabled=${this.date<=u}
            @click=${()=>this.pick({date:ht(this.date,-1)})}
          >
            ${m(xt)}
          </button>
          <input
            id="date"
            type="date"
            .value=${this.date}
            min=${u}
            max=${s}
            @change=${y=>{let{value:P}=y.target;P&&this.pick({date:P})}}
          />
          <button
            class="round"
            aria-label=${this.t("footage.day_after")}
            ?disabled=${this.date>=s}
            @click=${()=>this.pick({date:ht(this.date,1)})}
          >
            ${m(Et)}
          </button>
        </div>
      </div>
    `}};a([h()],W.prototype,"camera",2),a([h()],W.prototype,"date",2);f("kb-day-picker",W);var ve=180,ne=176,ae=1e3,_=class extends b{constructor(){super(...arguments);this.session="";this.camera="";this.at=null;this.picture="";this.asking=null}static{this.styles=[...g,v`
      :host {
        position: absolute;
        bottom: 100%;
        z-index: 3;
        pointer-events: none;
      }
      figure {
        width: ${ne}px;
        border-radius: 8px;
        overflow: hidden;
        background: #000;
        box-shadow: 0 4px 16px rgba(0, 0, 0, 0.4);
      }
      img {
        display: block;
        width: 100%;
        aspect-ratio: 16 / 9;
        object-fit: contain;
      }
    `]}static{this.width=ne}disconnectedCallback(){super.disconnectedCallback(),this.forget()}willUpdate(t){super.willUpdate(t),!(!t.has("at")&&!t.has("session")&&!t.has("camera"))&&(clearTimeout(this.timer),this.asking?.abort(),this.at===null||!this.session?this.forget():this.timer=setTimeout(()=>{this.ask(this.at??0)},ve))}async ask(t){let e=this.asking=new AbortController,i=T(Math.round(t/ae)*ae),s=`${Vt("viewing",this.session,this.camera,"still.jpg")}?at=${encodeURIComponent(i)}`;try{let r=await ee(this.panel,s,e.signal);if(e.signal.aborted)return URL.revokeObjectURL(r);this.picture&&URL.revokeObjectURL(this.picture),this.picture=r}catch{this.forget()}}forget(){clearTimeout(this.timer),this.asking?.abort(),this.picture&&URL.revokeObjectURL(this.picture),this.picture=""}render(){return this.picture?n`<figure><img alt="" src=${this.picture} /></figure>`:d}};a([h()],_.prototype,"session",2),a([h()],_.prototype,"camera",2),a([h({attribute:!1})],_.prototype,"at",2),a([p()],_.prototype,"picture",2);f("kb-thumbnail",_);var st=class extends b{static{this.styles=[...g,v`
      summary {
        cursor: pointer;
        min-height: 44px;
        display: flex;
        align-items: center;
        gap: 8px;
        font-weight: 600;
        color: var(--kb-accent);
      }
      li + li {
        border-top: 1px solid var(--kb-line);
      }
      li .button {
        width: 100%;
        justify-content: flex-start;
        flex-wrap: wrap;
        gap: 0 16px;
        padding-inline: 8px;
        border-radius: 8px;
        font-weight: 400;
        color: var(--kb-text);
        text-align: start;
      }
    `]}render(){let{format:o}=this.panel,{gaps:t}=this.day;return t.length?n`<details>
      <summary>${this.t("gaps.count",{count:t.length})}</summary>
      <ul>
        ${t.map(({start:e,end:i,reason:s})=>n`<li>
              <button
                class="button quiet"
                @click=${()=>this.dispatchEvent(new CustomEvent("seek",{detail:Date.parse(e)}))}
              >
                <span class="numbers">${o.seconds(e)} – ${o.seconds(i)}</span>
                <span>${this.t(`gap.${s}`)}</span>
                <span class="soft">
                  ${o.length((Date.parse(i)-Date.parse(e))/1e3)}
                </span>
              </button>
            </li>`)}
      </ul>
    </details>`:n`<p class="soft small">${this.t("gaps.none")}</p>`}};a([h({attribute:!1})],st.prototype,"day",2);f("kb-gaps",st);var V=108,Y=16,U=26,H=44,vt=U+H,ft=92,ge=4*36e5;function re({map:l,window:o,width:t,at:e,hover:i,open:s},r,u){let y=c=>X(c,o,t),P=S(o)<=ge,ue=Qt(l,(c,bt)=>{if(c===null)return u(bt?"timeline.held":"timeline.due_unknown");let fe=P?`${r.day(c)} ${r.time(c)}`:r.day(c);return u(bt?"timeline.held_until":"timeline.erased",{when:fe})});return n`<svg class="day" viewBox="0 0 ${t} ${V}" aria-hidden="true">
    <defs>
      ${gt("hatch")}
      <clipPath id="rounded">
        <rect x="0" y=${U} width=${t} height=${H} rx="8" />
      </clipPath>
    </defs>
    ${Jt(l,o,t).map(c=>ye(y(c),t,r.time(c)))}
    <g clip-path="url(#rounded)">
      ${q([l.bounds],o,t).map(c=>nt("ground",c.x,c.width))}
      ${q(l.recorded,o,t).map(c=>nt("recorded",c.x,c.width+.5))}
      ${q(l.missing,o,t).map(c=>nt(be.has(c.of.reason)?"missing meant":"missing",c.x,Math.max(c.width,3)))}
      ${q(l.held,o,t).map(c=>nt("held",c.x,c.width,7))}
    </g>
    ${s?q([s],o,t).map(c=>we(c.x,c.width)):d}
    ${q(ue,o,t).map(c=>$e(c.x,c.width,c.of))}
    ${i===null?d:$`<line class="hover" x1=${y(i)} x2=${y(i)} y1=${Y} y2=${vt} />`}
    ${e===null?d:xe(y(e))}
  </svg>`}var be=new Set(["switched_off","outside_hours"]);function nt(l,o,t,e=H){return $`<rect class=${l} x=${o} y=${U} width=${t} height=${e} />`}function ye(l,o,t){let e=Math.min(Math.max(l,18),o-18);return $`<line class="tick" x1=${l} x2=${l} y1=${Y+4} y2=${vt+6} />
    <text class="scale" x=${e} y=${Y-3} text-anchor="middle">${t}</text>`}function we(l,o){return $`<rect class="session" x=${l+1.5} y=${U-1.5}
    width=${Math.max(o-3,2)} height=${H+3} rx="8" />`}function $e(l,o,{name:t,held:e}){let i=o>ke(t);return $`<line class=${e?"ending-line kept":"ending-line"} x1=${l+1} x2=${l+Math.max(o-1,2)}
      y1=${ft-14} y2=${ft-14} />
    ${i?$`<text class=${e?"ending kept":"ending"} x=${l+o/2} y=${ft+4} text-anchor="middle">${t}</text>`:d}`}function ke(l){return[...l].reduce((o,t)=>o+(t>"⺀"?12.5:7),8)}function gt(l){return $`<pattern id=${l} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="6" height="6" fill="var(--kb-card)" />
    <rect width="2" height="6" fill="color-mix(in srgb, var(--kb-text) 35%, var(--kb-card))" />
  </pattern>`}function xe(l){return $`<line class="hand" x1=${l} x2=${l} y1=${Y} y2=${vt+4} />
    <path class="head" d="M${l-6} ${Y} h12 v4 l-6 6 l-6 -6 z" />`}var j=6e4,N=class extends b{constructor(){super(...arguments);this.width=0}static{this.styles=[...g,v`
      :host {
        position: absolute;
        inset: 0;
        height: ${V}px;
        overflow: hidden;
        pointer-events: none;
      }
      .span {
        position: absolute;
        top: ${U-2}px;
        height: ${H+4}px;
        border: 2px solid var(--kb-text);
        border-radius: 4px;
        background: color-mix(in srgb, var(--kb-text) 20%, transparent);
      }
      .end {
        position: absolute;
        top: ${U-6}px;
        width: 44px;
        height: ${H+12}px;
        pointer-events: auto;
        touch-action: none;
        cursor: ew-resize;
        border-radius: 6px;
      }
      .end::after {
        content: "";
        position: absolute;
        inset-block: 0;
        width: 12px;
        border-radius: 6px;
        background:
          linear-gradient(var(--kb-card), var(--kb-card)) center / 2px 18px no-repeat,
          var(--kb-text);
      }
      .from::after {
        right: 6px;
      }
      .to::after {
        left: 6px;
      }
      @media (pointer: coarse) {
        .end::after {
          width: 16px;
          border-radius: 8px;
        }
      }
    `]}get room(){return Q(this.bounds,{from:-1/0,to:Math.floor(Date.now()/j)*j})}put(t,e){let i=Zt(this.mark,t,e,this.room);this.dispatchEvent(new CustomEvent("mark",{detail:i,bubbles:!0,composed:!0}))}down(t){t.button===0&&t.target.setPointerCapture(t.pointerId)}move(t,e){if(!e.target.hasPointerCapture(e.pointerId))return;let i=e.clientX-this.getBoundingClientRect().left;this.put(t,it(i,this.window,this.width))}key(t,e){let i=(e.shiftKey?10:1)*j,r={ArrowLeft:-i,ArrowDown:-i,ArrowRight:i,ArrowUp:i,PageDown:-60*j,PageUp:60*j}[e.key];r!==void 0&&(e.preventDefault(),this.put(t,this.mark[t]+r))}render(){let{mark:t,window:e,width:i}=this,[s,r]=[X(t.from,e,i),X(t.to,e,i)];return n`
      <div class="span" style="left: ${s}px; width: ${Math.max(r-s,2)}px"></div>
      ${this.end("from",s-32)} ${this.end("to",r-12)}
    `}end(t,e){let{mark:i,bounds:s}=this,r=u=>Math.round((u-s.from)/j);return n`<div
      class="end ${t}"
      style="left: ${e}px"
      role="slider"
      tabindex="0"
      aria-label=${this.t(`mark.${t}`)}
      aria-valuemin="0"
      aria-valuemax=${r(s.to)}
      aria-valuenow=${r(i[t])}
      aria-valuetext=${this.panel.format.time(i[t])}
      @pointerdown=${this.down}
      @pointermove=${u=>this.move(t,u)}
      @keydown=${u=>this.key(t,u)}
    ></div>`}};a([h({attribute:!1})],N.prototype,"mark",2),a([h({attribute:!1})],N.prototype,"bounds",2),a([h({attribute:!1})],N.prototype,"window",2),a([h({attribute:!1})],N.prototype,"width",2);f("kb-timeline-mark",N);var oe=v`
  :host {
    display: block;
  }
  .tools {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    min-height: 44px;
  }
  .tools div {
    display: flex;
    flex: none;
  }
  .tools p {
    min-width: 0;
    font-weight: 600;
  }
  .band {
    position: relative;
    height: ${V}px;
    touch-action: pan-y;
    user-select: none;
    -webkit-user-select: none;
    cursor: pointer;
    border-radius: 8px;
  }
  svg.day {
    display: block;
    width: 100%;
    height: ${V}px;
    overflow: hidden;
  }
  .scale {
    font-size: 12px;
    fill: var(--kb-soft);
    font-variant-numeric: tabular-nums;
  }
  .tick {
    stroke: var(--kb-line);
  }
  .ground {
    fill: color-mix(in srgb, var(--kb-text) 7%, var(--kb-card));
  }
  .recorded {
    fill: color-mix(in srgb, var(--kb-primary) 62%, var(--kb-card));
  }
  .session {
    fill: none;
    stroke: var(--kb-accent);
    stroke-width: 3;
  }
  .marked {
    fill: color-mix(in srgb, var(--kb-text) 20%, transparent);
    stroke: var(--kb-text);
    stroke-width: 2;
  }
  .missing {
    fill: url(#hatch);
    stroke: var(--kb-bad);
    stroke-width: 1;
  }
  .missing.meant {
    stroke: color-mix(in srgb, var(--kb-text) 30%, var(--kb-card));
  }
  .held {
    fill: var(--kb-warn);
  }
  .ending {
    font-size: 12px;
    fill: var(--kb-soft);
  }
  .ending-line {
    stroke: color-mix(in srgb, var(--kb-text) 30%, var(--kb-card));
    stroke-width: 2;
  }
  .ending.kept {
    fill: var(--kb-warn);
  }
  .ending-line.kept {
    stroke: var(--kb-warn);
  }
  .stage {
    position: relative;
  }
  .hand {
    stroke: var(--kb-text);
    stroke-width: 2;
  }
  .head {
    fill: var(--kb-text);
  }
  .hover {
    stroke: var(--kb-text);
    stroke-dasharray: 3 3;
    opacity: 0.6;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    margin-top: 8px;
  }
  .legend span {
    display: inline-flex;
    align-items: center;
    gap: 8px;
  }
  .legend svg {
    display: block;
    border-radius: 3px;
    flex: none;
  }
`;var le=6,Ee=.0016,at=2,Te=60,Se=24,R=class extends b{constructor(){super(...arguments);this.at=null;this.open=null;this.mark=null;this.width=0;this.window={from:0,to:1};this.hover=null;this.dayKey="";this.fingers=new Map;this.moved=0;this.sizes=new ResizeObserver(([t])=>{t&&(this.width=t.contentRect.width)});this.wheel=t=>{if(!this.width)return;t.preventDefault();let{bounds:e}=this.map;if(t.shiftKey||Math.abs(t.deltaX)>Math.abs(t.deltaY)){let i=(t.deltaX||t.deltaY)/this.width*S(this.window);this.show(mt(this.window,e,i))}else{let i=Math.exp(t.deltaY*Ee*(t.deltaMode?16:1));this.show(L(this.window,e,this.momentOf(t),i))}}}static{this.styles=[...g,oe]}connectedCallback(){super.connectedCallback(),this.updateComplete.then(()=>{this.sizes.observe(this.band),this.band.addEventListener("wheel",this.wheel,{passive:!1})})}disconnectedCallback(){super.disconnectedCallback(),this.sizes.disconnect()}get shown(){return this.window}willUpdate(t){if(super.willUpdate(t),t.has("day")){this.map=A(this.day);let e=`${this.day.camera} ${this.day.date}`;this.window=e===this.dayKey?et(this.window,this.map.bounds):this.map.bounds,this.dayKey=e}t.has("open")&&this.open&&!t.get("open")&&(this.window=et(pe(this.open),this.map.bounds)),this.mark&&!t.get("mark")&&t.has("mark")&&this.isTiny(this.mark)&&(this.window=et(pe(this.mark,1),this.map.bounds)),t.has("at")&&this.at!==null&&!this.fingers.size&&(this.window=Ft(this.window,this.map.bounds,this.at))}isTiny(t){return S(t)/S(this.window)*this.width<Se}goTo(t){if(t===null)return;let{from:e,to:i}=this.map.bounds,s=Math.min(Math.max(t,e),i-1e3);this.dispatchEvent(new CustomEvent("seek",{detail:s}))}show(t){this.window=t,this.dispatchEvent(new CustomEvent("shown",{detail:t}))}point(t,e=0){this.hover=t,this.dispatchEvent(new CustomEvent("point",{detail:t===null?null:{at:t,x:e}}))}momentOf(t){return it(t.clientX-this.band.getBoundingClientRect().left,this.window,this.width)}down(t){t.button===0&&(this.band.setPointerCapture(t.pointerId),this.fingers.set(t.pointerId,t.clientX),this.moved=this.fingers.size>1?1/0:0)}move(t){let e=this.fingers.get(t.pointerId);if(e===void 0){t.pointerType==="mouse"&&this.point(this.momentOf(t),t.offsetX);return}let{bounds:i}=this.map,s=[...this.fingers].find(([r])=>r!==t.pointerId)?.[1];if(this.moved+=Math.abs(t.clientX-e),s!==void 0){let[r,u]=[Math.abs(e-s),Math.abs(t.clientX-s)];if(r>10&&u>10){let y=this.momentOf({clientX:(t.clientX+s)/2});this.show(L(this.window,i,y,r/u))}}else this.moved>le&&this.show(mt(this.window,i,(e-t.clientX)/this.width*S(this.window)));this.fingers.set(t.pointerId,t.clientX)}up(t){this.fingers.delete(t.pointerId)&&t.type==="pointerup"&&this.moved<=le&&this.goTo(this.momentOf(t))}key(t){let{bounds:e}=this.map,i=this.at??this.window.from,s=S(this.window)/Te*(t.shiftKey?10:1),u={ArrowLeft:()=>this.goTo(i-s),ArrowRight:()=>this.goTo(i+s),Home:()=>this.goTo(e.from),End:()=>this.goTo(this.map.recorded.at(-1)?.to??e.to),PageUp:()=>this.goTo(tt(this.map,i)),PageDown:()=>this.goTo(Z(this.map,i)),"+":()=>this.show(L(this.window,e,i,1/at)),"-":()=>this.show(L(this.window,e,i,at))}[t.key];u&&(t.preventDefault(),u())}zoomBy(t){let{from:e,to:i}=this.window,s=this.at!==null&&this.at>=e&&this.at<i?this.at:(e+i)/2;this.show(L(this.window,this.map.bounds,s,t))}describe(t){let{recorded:e,missing:i,held:s}=Kt(this.map,t),{format:r}=this.panel;return e&&s?.until?this.t("timeline.held_until",{when:r.moment(s.until)}):e&&s?this.t("timeline.held"):e?.due?this.t("timeline.erased_at",{when:r.moment(e.due)}):e?this.t("timeline.recorded"):i?this.t("timeline.missing_because",{reason:this.t(`gap.${i.reason}`)}):this.t(t>Date.now()?"timeline.not_yet":"timeline.nothing")}render(){let{format:t}=this.panel,e=this.hover??this.at,i=S(this.window)>=S(this.map.bounds);return n`
      <div class="tools">
        <p class="numbers" aria-hidden="true">
          ${e===null?this.t("timeline.hint"):`${t.seconds(e)}　${this.describe(e)}`}
        </p>
        <div>
          <button
            class="round"
            aria-label=${this.t("timeline.wider")}
            ?disabled=${i}
            @click=${()=>this.zoomBy(at)}
          >
            ${m(Mt)}
          </button>
          <button
            class="round"
            aria-label=${this.t("timeline.closer")}
            @click=${()=>this.zoomBy(1/at)}
          >
            ${m(Pt)}
          </button>
        </div>
      </div>
      <div class="stage">
        <div
          class="band"
          role="slider"
          tabindex="0"
          aria-label=${this.t("timeline.label",{day:t.longDay(this.map.bounds.from)})}
          aria-valuemin="0"
          aria-valuemax=${Math.round(S(this.map.bounds)/1e3)}
          aria-valuenow=${Math.round(((this.at??this.map.bounds.from)-this.map.bounds.from)/1e3)}
          aria-valuetext=${this.at===null?this.t("timeline.hint"):`${t.seconds(this.at)} ${this.describe(this.at)}`}
          @pointerdown=${this.down}
          @pointermove=${this.move}
          @pointerup=${this.up}
          @pointercancel=${this.up}
          @pointerleave=${()=>this.point(null)}
          @keydown=${this.key}
        >
          ${this.width?this.drawing():d}
        </div>
        ${this.mark&&this.width?n`<kb-timeline-mark
                .panel=${this.panel}
                .mark=${this.mark}
                .bounds=${this.map.bounds}
                .window=${this.window}
                .width=${this.width}
              ></kb-timeline-mark>`:d}
      </div>
      ${this.legend()}
    `}drawing(){let{map:t,window:e,width:i,at:s,hover:r,open:u}=this;return re({map:t,window:e,width:i,at:s,hover:r,open:u},this.panel.format,(y,P)=>this.t(y,P))}legend(){let t=e=>n`<svg width="20" height="14" aria-hidden="true">${e}</svg>`;return n`<div class="legend small soft">
      <span>
        ${t($`<rect class="recorded" width="20" height="14" />`)}${this.t("timeline.recorded")}
      </span>
      ${this.map.missing.length?n`<span>
              ${t($`<defs>${gt("hatch-legend")}</defs>
                <rect width="20" height="14" fill="url(#hatch-legend)" />`)}${this.t("timeline.missing")}
            </span>`:d}
      ${this.map.held.length?n`<span>
              ${t($`<rect class="held" width="20" height="7" />`)}${this.t("timeline.held")}
            </span>`:d}
      ${this.mark?n`<span>
              ${t($`<rect class="marked" x="1.5" y="1.5" width="17" height="11" rx="2" />`)}${this.t("timeline.marked")}
            </span>`:d}
      ${this.open?n`<span>
              ${t($`<rect class="session" x="1.5" y="1.5" width="17" height="11" rx="3" />`)}${this.t("timeline.open")}
            </span>`:d}
    </div>`}};a([h({attribute:!1})],R.prototype,"day",2),a([h({attribute:!1})],R.prototype,"at",2),a([h({attribute:!1})],R.prototype,"open",2),a([h({attribute:!1})],R.prototype,"mark",2),a([p()],R.prototype,"width",2),a([p()],R.prototype,"window",2),a([p()],R.prototype,"hover",2),a([E(".band")],R.prototype,"band",2);function pe({from:l,to:o},t=.04){let e=(o-l)*t;return{from:l-e,to:o+e}}f("kb-timeline",R);var C=class extends b{constructor(){super(...arguments);this.at=null;this.viewing=null;this.mark=null;this.pointed=null;this.seek=({detail:t})=>{this.dispatchEvent(new CustomEvent("seek",{detail:t}))}}static{this.styles=[...g,v`
      :host {
        display: grid;
        gap: 8px;
      }
      .line {
        position: relative;
        min-width: 0;
      }
    `]}get shown(){return this.timeline?.shown??null}render(){let{camera:t}=this.day,e=this.viewing?.cameras.includes(t)?this.viewing:null;return n`
      <div class="line">
        ${e?this.thumbnail(e):d}
        <kb-timeline
          .panel=${this.panel}
          .day=${this.day}
          .at=${this.at}
          .open=${e?.span??null}
          .mark=${this.mark}
          @seek=${this.seek}
          @point=${({detail:i})=>this.pointed=i}
        ></kb-timeline>
      </div>
      <kb-gaps .panel=${this.panel} .day=${this.day} @seek=${this.seek}></kb-gaps>
    `}thumbnail({session:t,span:e}){let i=this.pointed&&I(e,this.pointed.at)?this.pointed:null,s=Math.max((this.timeline?.clientWidth??0)-_.width,0),r=Math.min(Math.max((i?.x??0)-_.width/2,0),s);return n`<kb-thumbnail
      style="left: ${r}px"
      .panel=${this.panel}
      .session=${t}
      .camera=${this.day.camera}
      .at=${i?.at??null}
    ></kb-thumbnail>`}};a([h({attribute:!1})],C.prototype,"day",2),a([h({attribute:!1})],C.prototype,"at",2),a([h({attribute:!1})],C.prototype,"viewing",2),a([h({attribute:!1})],C.prototype,"mark",2),a([p()],C.prototype,"pointed",2),a([E("kb-timeline")],C.prototype,"timeline",2);f("kb-day-line",C);var B=class extends b{constructor(){super(...arguments);this.camera="";this.mark=null;this.busy=!1}static{this.styles=[...g,v`
      :host {
        display: block;
      }
      .begin {
        margin-inline-start: -12px;
        text-align: start;
      }
      section {
        display: grid;
        gap: 16px;
        padding: 16px;
        border-radius: var(--kb-radius);
        background: color-mix(in srgb, var(--kb-text) 4%, var(--kb-card));
      }
      .head {
        display: flex;
        align-items: center;
        gap: 12px;
      }
      .head h2 {
        font-size: 17px;
        flex: 1;
      }
      .head .round {
        margin: -8px;
      }
      kb-span {
        max-width: 560px;
      }
      @media (max-width: 599px) {
        .actions .button {
          width: 100%;
        }
      }
    `]}get acts(){return[{kind:"extension",may:"request_extension",icon:$t},{kind:"disclosure",may:"request_disclosure",icon:St}].filter(({may:t})=>this.panel.may(t))}tell(t){this.dispatchEvent(new CustomEvent("mark",{detail:t}))}async protect({from:t,to:e}){if(!this.busy){this.busy=!0;try{let{until:i,left_out:s}=await ie(this.panel.hass,"protect",{cameras:[this.camera],start:T(t),end:T(e)}),r=this.panel.format.moment(i);this.panel.say(this.t(s?"mark.protected_partly":"mark.protected",{when:r,count:s})),this.dispatchEvent(new CustomEvent("protected")),this.tell(null)}catch(i){this.panel.say(this.panel.words(i))}finally{this.busy=!1}}}render(){let t=this.panel.may("protect_footage");if(!this.acts.length&&!t)return d;let{mark:e}=this;if(!e)return n`<button
        class="button quiet begin"
        @click=${()=>this.dispatchEvent(new CustomEvent("begin"))}
      >
        ${m(wt,20)}${this.t("mark.begin")}
      </button>`;let i=e.from<e.to;return n`<section aria-labelledby="heading">
      <div class="head">
        <h2 id="heading">${this.t("mark.heading")}</h2>
        <button class="round" aria-label=${this.t("mark.end")} @click=${()=>this.tell(null)}>
          ${m(J)}
        </button>
      </div>
      <kb-span
        .panel=${this.panel}
        .span=${e}
        @span=${({detail:s})=>this.tell(s)}
      ></kb-span>
      ${i?d:n`<p class="hint" role="alert">${this.t("mark.wrong")}</p>`}
      <div class="actions">
        ${this.acts.map(({kind:s,icon:r})=>n`<button
              class="button"
              ?disabled=${!i}
              @click=${()=>this.panel.go(se(s,[this.camera],e))}
            >
              ${m(r,20)}${this.t(`mark.${s}`)}
            </button>`)}
        ${t?n`<button
                class="button"
                ?disabled=${!i||this.busy}
                @click=${()=>this.protect(e)}
              >
                ${m(qt,20)}${this.t("mark.protect")}
              </button>`:d}
      </div>
      <p class="hint">${this.t("mark.explain")}</p>
    </section>`}};a([h()],B.prototype,"camera",2),a([h({attribute:!1})],B.prototype,"mark",2),a([p()],B.prototype,"busy",2);f("kb-mark",B);var rt=class extends b{constructor(){super(...arguments);this.ticking=new zt(this)}static{this.styles=[...g,v`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 8px 16px;
        margin-bottom: 12px;
      }
    `]}render(){this.ticking.runs=!0;let t=(Date.parse(this.viewing.until)-Date.now())/1e3;return n`
      <p>
        <strong>${this.t("viewing.is_open",{purpose:this.t(this.viewing.words)})}</strong>
        <span class="soft small numbers">
          ${this.t("viewing.ends_in",{time:this.panel.format.countdown(t)})}
        </span>
      </p>
      <button class="button" @click=${()=>this.dispatchEvent(new CustomEvent("end"))}>
        ${m(G,20)}${this.t("viewing.end")}
      </button>
    `}};a([h({attribute:!1})],rt.prototype,"viewing",2);f("kb-viewing-bar",rt);var F=class extends b{constructor(){super(...arguments);this.requests=[];this.busy=!1}static{this.styles=[...g,v`
      .card {
        display: grid;
        gap: 12px;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
        padding: 12px 0;
        border-top: 1px solid var(--kb-line);
      }
      li > div:first-child {
        flex: 1 1 260px;
        min-width: 0;
      }
    `]}async decide(t,{request:e}){if(await this.panel.ensureUnlocked()){this.busy=!0;try{await D(this.panel.hass,["viewing",t],{request:e}),this.panel.say(this.t(`viewing.${t}_done`)),this.dispatchEvent(new CustomEvent("decided"))}catch(i){this.panel.say(this.panel.words(i))}finally{this.busy=!1}}}render(){if(!this.requests.length)return d;let{format:t,overview:e}=this.panel,i=r=>e.cameras?.find(({camera:u})=>u===r)?.place??"",s=this.panel.may("permit_viewing");return n`<section class="card" aria-labelledby="requests">
      <h2 id="requests">${this.t("viewing.requests")}</h2>
      <ul>
        ${this.requests.map(r=>n`<li>
              <div>
                <strong>${this.t(`viewing.ground.${r.ground}`)}</strong>
                <p class="small soft">
                  ${t.list(r.cameras.map(i).filter(Boolean))}
                  ${this.t("span.both",{from:t.moment(r.start),to:t.moment(r.end)})}
                </p>
                ${r.reason?n`<p>
                        ${t.list([r.name??"",r.reason,r.document].filter(Boolean))}
                      </p>`:d}
                <p class="small">${this.t(`viewing.state.${r.state}`)}</p>
              </div>
              <div class="actions">
                ${r.state==="waiting"&&s?n`<button
                          class="button"
                          ?disabled=${this.busy}
                          @click=${()=>this.decide("permit",r)}
                        >
                          ${m(kt,20)}${this.t("viewing.permit")}
                        </button>
                        <button
                          class="button danger"
                          ?disabled=${this.busy}
                          @click=${()=>this.decide("deny",r)}
                        >
                          ${m(J,20)}${this.t("viewing.deny")}
                        </button>`:d}
                ${r.state==="permitted"&&r.by===e.me.user_id?n`<button
                        class="button primary"
                        @click=${()=>this.dispatchEvent(new CustomEvent("view",{detail:r}))}
                      >
                        ${m(O,20)}${this.t("viewing.begin")}
                      </button>`:d}
              </div>
            </li>`)}
      </ul>
    </section>`}};a([h({attribute:!1})],F.prototype,"requests",2),a([p()],F.prototype,"busy",2);f("kb-viewing-requests",F);var de="beyond",k=class extends z{constructor(){super(...arguments);this.camera="";this.place="";this.span={from:0,to:0};this.permitted=null;this.chosenSpan=null;this.purpose="";this.purposes=[];this.people=[];this.others=new Set;this.attending=new Set;this.outsiders=!1}static{this.styles=[...z.styles,v`
      .purposes {
        display: grid;
        gap: 8px;
      }
      summary {
        cursor: pointer;
        min-height: 44px;
        display: flex;
        align-items: center;
        font-weight: 600;
        color: var(--kb-accent);
      }
      details .choices {
        display: grid;
        gap: 8px;
      }
      .beyond {
        justify-self: start;
      }
    `]}firstUpdated(){super.firstUpdated(),this.attempt(async()=>{let t=await K(this.panel.hass,"viewing");this.purposes=t.purposes.filter(e=>e!==de),this.people=t.people})}get cameras(){return this.permitted?.cameras??[this.camera,...this.others]}submit(){let t=this.chosenSpan??this.span,e=this.permitted?de:this.purpose;e&&this.attempt(async()=>{let{session:i,until:s}=await D(this.panel.hass,["viewing"],{purpose:e,cameras:this.cameras,start:T(t.from),end:T(t.to),attendees:[...this.attending],outsiders:this.outsiders,permission:this.permitted?.permission??null});this.finish({session:i,until:s,words:this.permitted?`viewing.ground.${this.permitted.ground}`:`viewing.purpose.${e}`,cameras:this.cameras,span:t})})}render(){return this.frame(this.t("viewing.open_heading",{place:this.place}),n`
        ${this.permitted?this.permission(this.permitted):this.purposeChoice()}
        ${this.permitted?d:n`<kb-span
                .panel=${this.panel}
                .span=${this.chosenSpan??this.span}
                @span=${t=>this.chosenSpan=t.detail}
              ></kb-span>`}
        ${this.permitted?d:this.otherCameras()} ${this.attendees()}
        <p class="hint">${this.t("viewing.recorded")}</p>
      `,n`
        ${this.cancel()}
        <button
          type="submit"
          class="button primary"
          ?disabled=${this.busy||!(this.permitted||this.purpose)||this.outsiders}
        >
          ${m(O,20)}${this.t("viewing.begin")}
        </button>
      `)}purposeChoice(){return n`<fieldset>
      <legend>${this.t("viewing.purpose_question")}</legend>
      <div class="purposes">
        ${this.purposes.map(t=>n`<label class="choice">
              <input
                type="radio"
                name="purpose"
                value=${t}
                .checked=${this.purpose===t}
                @change=${()=>this.purpose=t}
              />
              ${this.t(`viewing.purpose.${t}`)}
            </label>`)}
        <button type="button" class="button quiet beyond" @click=${()=>this.finish("beyond")}>
          ${m(dt,20)}${this.t("viewing.beyond")}
        </button>
      </div>
    </fieldset>`}otherCameras(){let t=(this.panel.overview.cameras??[]).filter(({camera:e})=>e!==this.camera);return t.length?n`<details>
      <summary>${this.t("viewing.other_cameras",{count:this.others.size})}</summary>
      <div class="choices">
        ${t.map(({camera:e,place:i})=>n`<label class="choice">
              <input
                type="checkbox"
                .checked=${this.others.has(e)}
                @change=${s=>this.others=he(this.others,e,s)}
              />
              ${i}
            </label>`)}
      </div>
    </details>`:d}permission({ground:t,start:e,end:i}){let{format:s}=this.panel;return n`<div class="note">
      ${m(dt)}
      <div>
        <strong
          >${this.t("viewing.permitted_use",{ground:this.t(`viewing.ground.${t}`)})}</strong
        >
        <p>${this.t("span.both",{from:s.moment(e),to:s.moment(i)})}</p>
      </div>
    </div>`}attendees(){return n`<details>
      <summary>
        ${this.t("viewing.attendees",{count:this.attending.size+Number(this.outsiders)})}
      </summary>
      <div class="choices">
        ${this.people.map(({user_id:t,name:e})=>n`<label class="choice">
              <input
                type="checkbox"
                .checked=${this.attending.has(t)}
                @change=${i=>this.attending=he(this.attending,t,i)}
              />
              ${e}
            </label>`)}
        <label class="choice">
          <input
            type="checkbox"
            .checked=${this.outsiders}
            @change=${t=>{this.outsiders=t.target.checked}}
          />
          ${this.t("viewing.outsiders")}
        </label>
        ${this.outsiders?n`<p class="note warn" role="status">
                ${m(yt)}<span>${this.t("viewing.outsiders_note")}</span>
              </p>`:d}
      </div>
    </details>`}};a([p()],k.prototype,"chosenSpan",2),a([p()],k.prototype,"purpose",2),a([p()],k.prototype,"purposes",2),a([p()],k.prototype,"people",2),a([p()],k.prototype,"others",2),a([p()],k.prototype,"attending",2),a([p()],k.prototype,"outsiders",2);function he(l,o,t){let e=new Set(l);return t.target.checked?e.add(o):e.delete(o),e}f("kb-open-viewing",k);var Re=["law","emergency","investigation"],M=class extends z{constructor(){super(...arguments);this.camera="";this.place="";this.span={from:0,to:0};this.chosenSpan=null;this.ground="";this.reason="";this.document=""}static{this.styles=[...z.styles,v`
      .grounds {
        display: grid;
        gap: 8px;
      }
      .choice small {
        display: block;
        color: var(--kb-soft);
        font-size: 14px;
      }
    `]}get isWhole(){return!!(this.ground&&this.reason.trim())}submit(){if(!this.isWhole)return;let t=this.chosenSpan??this.span;this.attempt(async()=>{let{request:e}=await D(this.panel.hass,["viewing","request"],{ground:this.ground,reason:this.reason.trim(),...this.document.trim()?{document:this.document.trim()}:{},cameras:[this.camera],start:T(t.from),end:T(t.to)});this.finish(e)})}render(){return this.frame(this.t("viewing.request_heading"),n`
        <p>${this.t("viewing.request_explain",{place:this.place})}</p>
        <fieldset>
          <legend>${this.t("viewing.ground_question")}</legend>
          <div class="grounds">
            ${Re.map(t=>n`<label class="choice">
                  <input
                    type="radio"
                    name="ground"
                    value=${t}
                    .checked=${this.ground===t}
                    @change=${()=>this.ground=t}
                  />
                  <span>
                    ${this.t(`viewing.ground.${t}`)}
                    <small>${this.t(`viewing.ground_example.${t}`)}</small>
                  </span>
                </label>`)}
          </div>
        </fieldset>
        ${ct(this.fields({reason:this.reason}),"reason",{label:this.t("viewing.reason"),rows:2,most:500})}
        ${ct(this.fields({document:this.document}),"document",{label:this.t("viewing.document"),hint:this.t("viewing.document_hint"),most:200})}
        <kb-span
          .panel=${this.panel}
          .span=${this.chosenSpan??this.span}
          @span=${t=>this.chosenSpan=t.detail}
        ></kb-span>
      `,n`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy||!this.isWhole}>
          ${m(It,20)}${this.t("viewing.send_request")}
        </button>
      `)}};a([p()],M.prototype,"chosenSpan",2),a([p()],M.prototype,"ground",2),a([p()],M.prototype,"reason",2),a([p()],M.prototype,"document",2);f("kb-request-viewing",M);var _e=5*6e4,Ce=6e4,Me=["pointerdown","pointermove","keydown","wheel","touchstart"],ot=class{constructor(o,t){this.host=o;this.asks=t;this.open=null;this.hass=null;this.listening=null;o.addController(this)}hostDisconnected(){this.end("left")}begin(o,t){this.end("asked"),this.hass=o,this.open=t,this.listen(),this.touched(),this.over=setTimeout(()=>this.end("time"),Math.max(Date.parse(t.until)-Date.now(),0)),this.host.requestUpdate()}end(o){let{open:t,hass:e}=this;t&&(this.open=null,this.hass=null,clearTimeout(this.idle),clearTimeout(this.hidden),clearTimeout(this.over),this.listening?.abort(),this.listening=null,e&&o!=="over"&&o!=="locked"&&D(e,["viewing","end"],{session:t.session},o==="left").catch(()=>{}),this.asks.ended(o),this.host.requestUpdate())}listen(){this.listening=new AbortController;let{signal:o}=this.listening;for(let t of Me)window.addEventListener(t,()=>this.touched(),{signal:o,passive:!0});window.addEventListener("pagehide",()=>this.end("left"),{signal:o}),document.addEventListener("visibilitychange",()=>{clearTimeout(this.hidden),document.hidden&&(this.asks.pause(),this.hidden=setTimeout(()=>this.end("left"),Ce))},{signal:o})}touched(){clearTimeout(this.idle),this.idle=setTimeout(()=>{this.asks.isPlaying()?this.touched():this.end("idle")},_e)}};var Pe=[.5,1,2,4,8],lt=1e4,w=class extends b{constructor(){super(...arguments);this.session="";this.camera="";this.kind="stream";this.name="";this.start=0;this.at=null;this.plays=!1;this.waits=!0;this.speed=1;this.whole=!1;this.engine=null;this.turn=0}static{this.styles=[...g,v`
      :host {
        display: block;
      }
      .stage {
        position: relative;
        display: flex;
        flex-direction: column;
        border-radius: var(--kb-radius);
        overflow: hidden;
        background: #000;
        color: #fff;
      }
      .picture {
        position: relative;
        aspect-ratio: 16 / 9;
        max-height: max(240px, calc(100dvh - 470px));
        width: 100%;
        overflow: hidden;
        display: grid;
        place-items: center;
      }
      .stage:fullscreen .picture {
        flex: 1;
        max-height: none;
        aspect-ratio: auto;
        min-height: 0;
      }
      video,
      img {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        object-fit: contain;
      }
      img:not([src]) {
        display: none;
      }
      .watermark {
        position: absolute;
        inset: -30%;
        display: flex;
        flex-wrap: wrap;
        align-content: space-around;
        justify-content: space-around;
        gap: 56px 40px;
        transform: rotate(-24deg);
        pointer-events: none;
        user-select: none;
        -webkit-user-select: none;
        font-size: 15px;
        font-weight: 600;
        color: rgba(255, 255, 255, 0.36);
        text-shadow: 0 0 2px rgba(0, 0, 0, 0.6);
        white-space: nowrap;
      }
      .clock {
        position: absolute;
        left: 12px;
        top: 10px;
        padding: 4px 10px;
        border-radius: 8px;
        font-size: 16px;
        font-weight: 600;
        background: rgba(0, 0, 0, 0.62);
      }
      .wait {
        position: relative;
        width: 44px;
        height: 44px;
        border-radius: 50%;
        border: 4px solid rgba(255, 255, 255, 0.3);
        border-top-color: #fff;
        animation: turn 0.9s linear infinite;
      }
      @keyframes turn {
        to {
          transform: rotate(1turn);
        }
      }
      .controls {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: center;
        gap: 0 4px;
        padding: 6px 8px;
        background: #16191b;
      }
      .controls .main {
        width: 56px;
        height: 56px;
      }
      .controls .group {
        display: flex;
        align-items: center;
      }
      .controls :focus-visible {
        outline-color: #7fd0ea;
      }
      select {
        width: auto;
        min-height: 44px;
        padding: 6px 10px;
        color: #fff;
        background: #2b2f31;
        border-color: #6b7175;
      }
      .stage option {
        color: #fff;
        background: #2b2f31;
      }
    `]}disconnectedCallback(){super.disconnectedCallback(),this.clear()}connectedCallback(){super.connectedCallback(),this.hasUpdated&&this.begin()}updated(t){(t.has("session")||t.has("camera")||t.has("kind"))&&this.begin()}get isPlaying(){return this.plays}seek(t){this.start=t,this.engine?.seek(t)}pause(){this.engine?.pause()}clear(){this.turn+=1,this.engine?.destroy(),this.engine=null,this.at=null,this.plays=!1}async begin(){this.clear();let{turn:t}=this;if(!this.session||!this.isConnected)return;let e={hass:this.panel.hass,session:this.session,camera:this.camera},i=this.listener(t);this.waits=!0;try{if(this.kind==="stream"){let{StreamEngine:s}=await import("./stream-UNJHQJ7C.js");if(t!==this.turn||!this.video)return;this.engine=new s(e,this.video,i,this.start)}else{let{StillsEngine:s}=await import("./stills-YHSRVQPA.js");if(t!==this.turn||!this.image)return;this.engine=new s(e,this.image,i,this.start)}this.engine.rate(this.speed),this.engine.play()}catch(s){i.over(s)}}listener(t){let e=i=>(...s)=>{t===this.turn&&i(...s)};return{moment:e(i=>{this.at=i,this.start=i,this.dispatchEvent(new CustomEvent("moment",{detail:i}))}),playing:e(i=>this.plays=i),waiting:e(i=>this.waits=i),over:e(i=>{this.clear(),this.dispatchEvent(new CustomEvent("over",{detail:i}))})}}jump(t){this.at!==null&&this.ask(this.at+t)}ask(t){this.dispatchEvent(new CustomEvent("go",{detail:t}))}toggle(){this.plays?this.engine?.pause():this.engine?.play()}async toggleWhole(){document.fullscreenElement?await document.exitFullscreen():await this.stage.requestFullscreen?.().catch(()=>{})}key(t){if(t.target instanceof HTMLSelectElement)return;let s={...t.target instanceof HTMLButtonElement?{}:{" ":()=>this.toggle()},k:()=>this.toggle(),j:()=>this.jump(-lt),l:()=>this.jump(lt),",":()=>this.engine?.step(-1),".":()=>this.engine?.step(1),"[":()=>this.ask("last-gap"),"]":()=>this.ask("next-gap"),f:()=>{this.toggleWhole()}}[t.key];!s||t.ctrlKey||t.metaKey||t.altKey||(t.preventDefault(),s())}render(){let{format:t}=this.panel;return n`
      <div
        class="stage"
        role="group"
        aria-label=${this.t("player.label")}
        @keydown=${this.key}
        @fullscreenchange=${()=>this.whole=document.fullscreenElement!==null}
        @contextmenu=${e=>e.preventDefault()}
      >
        <div class="picture">
          ${this.kind==="stream"?n`<video
                  muted
                  playsinline
                  tabindex="-1"
                  disablepictureinpicture
                  disableremoteplayback
                  controlslist="nodownload noremoteplayback"
                  aria-label=${this.t("player.picture",{place:this.name})}
                  @click=${this.toggle}
                ></video>`:n`<img
                  alt=${this.t("player.picture",{place:this.name})}
                  draggable="false"
                />`}
          ${this.watermark()}
          ${this.at===null?d:n`<div class="clock numbers">
                  ${t.day(this.at)} ${t.seconds(this.at)}
                </div>`}
          ${this.waits?n`<div class="wait" role="status" aria-label=${this.t("player.waiting")}></div>`:d}
        </div>
        <div class="controls">
          <div class="group">
            ${this.button("player.last_gap",Ht,()=>this.ask("last-gap"))}
            ${this.button("player.back_10",At,()=>this.jump(-lt))}
            ${this.button("player.frame_back",Nt,()=>this.engine?.step(-1))}
            ${this.button(this.plays?"player.pause":"player.play",this.plays?Dt:Ot,()=>this.toggle(),!0)}
            ${this.button("player.frame_on",Lt,()=>this.engine?.step(1))}
            ${this.button("player.on_10",Tt,()=>this.jump(lt))}
            ${this.button("player.next_gap",Ut,()=>this.ask("next-gap"))}
          </div>
          <div class="group">
            <select
              aria-label=${this.t("player.speed")}
              @change=${e=>{this.speed=Number(e.target.value),this.engine?.rate(this.speed)}}
            >
              ${Pe.map(e=>n`<option value=${e} ?selected=${e===this.speed}>${e}×</option>`)}
            </select>
            ${document.fullscreenEnabled?this.button(this.whole?"player.small":"player.whole",this.whole?_t:Rt,()=>{this.toggleWhole()}):d}
          </div>
        </div>
      </div>
    `}watermark(){let{format:t,overview:e}=this.panel,i=Date.now(),s=`${e.me.name}　${t.date(i)} ${t.time(i)}`;return n`<div class="watermark" aria-hidden="true">
      ${Array.from({length:60},()=>n`<span>${s}</span>`)}
    </div>`}button(t,e,i,s=!1){return n`<button
      type="button"
      class="round ${s?"main":""}"
      title=${this.t(t)}
      aria-label=${this.t(t)}
      @click=${i}
    >
      ${m(e,s?36:26)}
    </button>`}};a([h()],w.prototype,"session",2),a([h()],w.prototype,"camera",2),a([h()],w.prototype,"kind",2),a([h()],w.prototype,"name",2),a([h({attribute:!1})],w.prototype,"start",2),a([p()],w.prototype,"at",2),a([p()],w.prototype,"plays",2),a([p()],w.prototype,"waits",2),a([p()],w.prototype,"speed",2),a([p()],w.prototype,"whole",2),a([E("video")],w.prototype,"video",2),a([E("img")],w.prototype,"image",2),a([E(".stage")],w.prototype,"stage",2);f("kb-player",w);var me=v`
  .screen {
    display: grid;
    gap: 16px;
    justify-items: center;
    align-content: center;
    text-align: center;
    min-height: min(420px, 52vh);
    padding: 32px 20px;
    border-radius: var(--kb-radius);
    color: #e7eaec;
    background: #16191b;
  }
  .screen p {
    max-width: 34em;
  }
  .screen > .icon {
    opacity: 0.8;
  }
  .day {
    display: grid;
    gap: 8px;
  }
  .day > * {
    min-width: 0;
  }
`;var De=6e4,Oe=800,ce=6e4,x=class extends b{constructor(){super(...arguments);this.day=null;this.failed="";this.at=null;this.requests=[];this.ended=null;this.problem="";this.mark=null;this.keeper=new ot(this,{isPlaying:()=>this.player?.isPlaying??!1,pause:()=>this.player?.pause(),ended:t=>{this.player?.clear(),this.ended=t==="asked"||t==="left"?null:t}});this.asked=""}static{this.styles=[...g,me]}connectedCallback(){super.connectedCallback(),this.asked="",this.requestUpdate()}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.again),clearTimeout(this.saving)}get cameras(){return this.panel.overview.cameras??[]}get chosen(){let t=this.panel.path[1];return this.cameras.find(({camera:e})=>e===t)??this.cameras[0]}get date(){let{path:t,format:e}=this.panel,i=e.date(Date.now()),s=t[2]??"";return/^\d{4}-\d\d-\d\d$/.test(s)&&s<=i?s:i}willUpdate(t){if(super.willUpdate(t),!t.has("panel"))return;let{lock:e}=this.panel;this.keeper.open&&e&&!e.mine&&this.keeper.end("locked");let{chosen:i,date:s}=this;if(!i||!this.panel.may("list_footage"))return;let r=`${i.camera} ${s}`;r!==this.asked&&(this.asked.endsWith(` ${s}`)||(this.mark=null),this.asked=r,this.day=null,this.failed="",this.at=Gt(s,this.panel.path[3],this.panel.format.zone),this.load(i.camera,s,r),this.loadRequests())}async load(t,e,i){clearTimeout(this.again);try{let s=await K(this.panel.hass,"footage",t,e);if(i!==this.asked||!this.isConnected)return;this.day=s,this.failed=""}catch(s){if(i!==this.asked||!this.isConnected)return;this.day||(this.failed=this.panel.words(s))}(e===this.panel.format.date(Date.now())||this.failed)&&(this.again=setTimeout(()=>{this.load(t,e,i)},De))}async loadRequests(){if(!this.panel.may("view")&&!this.panel.may("permit_viewing"))return;let t=await K(this.panel.hass,"viewing").catch(()=>null);t&&(this.requests=t.requests)}goTo(t){if(!this.day)return;let e=A(this.day),i=this.at??e.bounds.from,s=t==="next-gap"?Z(e,i):t==="last-gap"?tt(e,i):t;if(s===null)return this.panel.say(this.t("player.no_gap"));this.at=s,this.isOpenAt(s)&&this.player?.seek(s),this.saveMoment()}saveMoment(){clearTimeout(this.saving),this.saving=setTimeout(()=>{let{chosen:t,at:e,date:i,panel:s}=this;if(!t||e===null||!this.isConnected||s.path[0]!=="footage")return;let r=Bt(e,s.format.zone);s.go(["footage",t.camera,i,r],!0)},Oe)}isOpenAt(t){let{open:e}=this.keeper;return!!(e&&this.chosen&&e.cameras.includes(this.chosen.camera)&&I(e.span,t))}beginMark(){if(!this.day)return;let t=A(this.day),e=this.line?.shown??t.bounds;this.mark=te(e,Q(t.bounds,{from:t.bounds.from,to:Math.floor(Date.now()/ce)*ce}),this.at??Wt(t,e))}async loadAgain(){let{chosen:t}=this;t&&await this.load(t.camera,this.date,this.asked)}async openViewing(t=null){let{chosen:e}=this;if(!e||!this.day||(this.ended=null,this.problem="",!await this.panel.ensureUnlocked()))return;let i=new k;i.camera=e.camera,i.place=e.place,i.permitted=t,i.span=t?{from:Date.parse(t.start),to:Date.parse(t.end)}:Yt(A(this.day),this.line?.shown??null);let s=await ut(i,this.panel);s==="beyond"?await this.request(i.span):s&&this.begin(s)}begin(t){this.keeper.begin(this.panel.hass,t);let{chosen:e}=this,i=this.day&&A(this.day);if((this.at===null||!I(t.span,this.at))&&(this.at=(i&&Xt(i,t.span.from))??t.span.from),e&&t.cameras.includes(e.camera)&&i&&I(i.bounds,this.at))return;let s=t.cameras[0];s&&this.panel.go(["footage",s,this.panel.format.date(t.span.from)])}async request(t){let{chosen:e}=this;if(!e)return;let i=new M;i.camera=e.camera,i.place=e.place,i.span=t,await ut(i,this.panel)!==void 0&&(this.panel.say(this.t("viewing.request_sent")),await this.loadRequests())}over(t){let{key:e}=jt(t);this.problem=this.panel.words(t),e==="viewing_over"?this.keeper.end("over"):this.keeper.end("asked"),this.panel.refreshLock()}render(){let{chosen:t}=this;return this.panel.may("list_footage")?t?n`
      <div class="page">
        <kb-day-picker
          .panel=${this.panel}
          .camera=${t.camera}
          .date=${this.date}
          @pick=${({detail:e})=>this.panel.go(["footage",e.camera,e.date])}
        ></kb-day-picker>
        <section aria-label=${this.t("player.label")}>${this.screen(t)}</section>
        <section class="card day" aria-label=${this.t("footage.timeline")}>
          ${this.day?n`<kb-day-line
                  .panel=${this.panel}
                  .day=${this.day}
                  .at=${this.at}
                  .viewing=${this.keeper.open}
                  .mark=${this.mark}
                  @seek=${({detail:e})=>this.goTo(e)}
                  @mark=${({detail:e})=>this.mark=e}
                ></kb-day-line>`:this.noDay()}
          ${this.day?.stretches.length?this.markCard(t):d}
        </section>
        <kb-viewing-requests
          .panel=${this.panel}
          .requests=${this.requests}
          @decided=${()=>this.loadRequests()}
          @view=${({detail:e})=>this.openViewing(e)}
        ></kb-viewing-requests>
      </div>
    `:this.only(pt,this.t("today.no_camera")):this.only(G,this.t("footage.not_yours"))}markCard({camera:t}){return n`<kb-mark
      .panel=${this.panel}
      .camera=${t}
      .mark=${this.mark}
      @begin=${()=>this.beginMark()}
      @mark=${({detail:e})=>this.mark=e}
      @protected=${()=>this.loadAgain()}
    ></kb-mark>`}only(t,e){return n`<div class="page">
      <p class="note">${m(t)}<span>${e}</span></p>
    </div>`}noDay(){return this.failed?n`<p class="note bad" role="alert">
          ${m(pt)}<span>${this.failed}</span>
        </p>`:n`<p class="soft" role="status">${this.t("shell.loading")}</p>`}screen(t){let{open:e}=this.keeper;if(!e)return this.closed(t);let{day:i,at:s}=this,r=e.cameras.includes(t.camera)&&s!==null&&I(e.span,s);return n`
      <kb-viewing-bar
        .panel=${this.panel}
        .viewing=${e}
        @end=${()=>this.keeper.end("asked")}
      ></kb-viewing-bar>
      ${r&&i?n`<kb-player
              .panel=${this.panel}
              .session=${e.session}
              .camera=${t.camera}
              .kind=${i.kind}
              .name=${t.place}
              .start=${s}
              @moment=${({detail:u})=>{this.at=u,this.saveMoment()}}
              @go=${({detail:u})=>this.goTo(u)}
              @over=${({detail:u})=>this.over(u)}
            ></kb-player>`:n`<div class="screen">
              ${m(G,40)}
              <p>${this.t("viewing.not_covered")}</p>
              <button class="button" @click=${()=>this.openViewing()}>
                ${m(O,20)}${this.t("viewing.begin_another")}
              </button>
            </div>`}
    `}closed(t){let e=this.panel.may("view"),i=this.problem||(this.ended?this.t(`viewing.ended.${this.ended}`):"");return n`<div class="screen">
      ${m(Ct,40)}
      ${i?n`<p role="alert"><strong>${i}</strong></p>`:d}
      <p>${this.t(e?"viewing.closed":"viewing.not_yours")}</p>
      ${e?n`<button
              class="button primary"
              ?disabled=${!this.day?.stretches.length}
              aria-label=${this.t("viewing.begin_of",{place:t.place})}
              @click=${()=>this.openViewing()}
            >
              ${m(O,20)}${this.t("viewing.begin")}
            </button>`:d}
    </div>`}};a([p()],x.prototype,"day",2),a([p()],x.prototype,"failed",2),a([p()],x.prototype,"at",2),a([p()],x.prototype,"requests",2),a([p()],x.prototype,"ended",2),a([p()],x.prototype,"problem",2),a([p()],x.prototype,"mark",2),a([E("kb-player")],x.prototype,"player",2),a([E("kb-day-line")],x.prototype,"line",2);f("kb-footage",x);export{x as FootageView};
