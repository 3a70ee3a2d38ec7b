import{a as rt}from"./chunk-LO2NM3CE.js";var H=globalThis,N=H.ShadowRoot&&(H.ShadyCSS===void 0||H.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,K=Symbol(),it=new WeakMap,E=class{constructor(t,e,r){if(this._$cssResult$=!0,r!==K)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=e}get styleSheet(){let t=this.o,e=this.t;if(N&&t===void 0){let r=e!==void 0&&e.length===1;r&&(t=it.get(e)),t===void 0&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),r&&it.set(e,t))}return t}toString(){return this.cssText}},st=s=>new E(typeof s=="string"?s:s+"",void 0,K),y=(s,...t)=>{let e=s.length===1?s[0]:t.reduce((r,i,o)=>r+(n=>{if(n._$cssResult$===!0)return n.cssText;if(typeof n=="number")return n;throw Error("Value passed to 'css' function must be a 'css' function result: "+n+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(i)+s[o+1],s[0]);return new E(e,s,K)},ot=(s,t)=>{if(N)s.adoptedStyleSheets=t.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let e of t){let r=document.createElement("style"),i=H.litNonce;i!==void 0&&r.setAttribute("nonce",i),r.textContent=e.cssText,s.appendChild(r)}},F=N?s=>s:s=>s instanceof CSSStyleSheet?(t=>{let e="";for(let r of t.cssRules)e+=r.cssText;return st(e)})(s):s;var{is:xt,defineProperty:At,getOwnPropertyDescriptor:kt,getOwnPropertyNames:wt,getOwnPropertySymbols:St,getPrototypeOf:Et}=Object,z=globalThis,nt=z.trustedTypes,Ct=nt?nt.emptyScript:"",Pt=z.reactiveElementPolyfillSupport,C=(s,t)=>s,P={toAttribute(s,t){switch(t){case Boolean:s=s?Ct:null;break;case Object:case Array:s=s==null?s:JSON.stringify(s)}return s},fromAttribute(s,t){let e=s;switch(t){case Boolean:e=s!==null;break;case Number:e=s===null?null:Number(s);break;case Object:case Array:try{e=JSON.parse(s)}catch{e=null}}return e}},L=(s,t)=>!xt(s,t),at={attribute:!0,type:String,converter:P,reflect:!1,useDefault:!1,hasChanged:L};Symbol.metadata??=Symbol("metadata"),z.litPropertyMetadata??=new WeakMap;var f=class extends HTMLElement{static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(t,e=at){if(e.state&&(e.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((e=Object.create(e)).wrapped=!0),this.elementProperties.set(t,e),!e.noAccessor){let r=Symbol(),i=this.getPropertyDescriptor(t,r,e);i!==void 0&&At(this.prototype,t,i)}}static getPropertyDescriptor(t,e,r){let{get:i,set:o}=kt(this.prototype,t)??{get(){return this[e]},set(n){this[e]=n}};return{get:i,set(n){let l=i?.call(this);o?.call(this,n),this.requestUpdate(t,l,r)},configurable:!0,enumerable:!0}}static getPropertyOptions(t){return this.elementProperties.get(t)??at}static _$Ei(){if(this.hasOwnProperty(C("elementProperties")))return;let t=Et(this);t.finalize(),t.l!==void 0&&(this.l=[...t.l]),this.elementProperties=new Map(t.elementProperties)}static finalize(){if(this.hasOwnProperty(C("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(C("properties"))){let e=this.properties,r=[...wt(e),...St(e)];for(let i of r)this.createProperty(i,e[i])}let t=this[Symbol.metadata];if(t!==null){let e=litPropertyMetadata.get(t);if(e!==void 0)for(let[r,i]of e)this.elementProperties.set(r,i)}this._$Eh=new Map;for(let[e,r]of this.elementProperties){let i=this._$Eu(e,r);i!==void 0&&this._$Eh.set(i,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(t){let e=[];if(Array.isArray(t)){let r=new Set(t.flat(1/0).reverse());for(let i of r)e.unshift(F(i))}else t!==void 0&&e.push(F(t));return e}static _$Eu(t,e){let r=e.attribute;return r===!1?void 0:typeof r=="string"?r:typeof t=="string"?t.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(t=>this.enableUpdating=t),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(t=>t(this))}addController(t){(this._$EO??=new Set).add(t),this.renderRoot!==void 0&&this.isConnected&&t.hostConnected?.()}removeController(t){this._$EO?.delete(t)}_$E_(){let t=new Map,e=this.constructor.elementProperties;for(let r of e.keys())this.hasOwnProperty(r)&&(t.set(r,this[r]),delete this[r]);t.size>0&&(this._$Ep=t)}createRenderRoot(){let t=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return ot(t,this.constructor.elementStyles),t}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(t=>t.hostConnected?.())}enableUpdating(t){}disconnectedCallback(){this._$EO?.forEach(t=>t.hostDisconnected?.())}attributeChangedCallback(t,e,r){this._$AK(t,r)}_$ET(t,e){let r=this.constructor.elementProperties.get(t),i=this.constructor._$Eu(t,r);if(i!==void 0&&r.reflect===!0){let o=(r.converter?.toAttribute!==void 0?r.converter:P).toAttribute(e,r.type);this._$Em=t,o==null?this.removeAttribute(i):this.setAttribute(i,o),this._$Em=null}}_$AK(t,e){let r=this.constructor,i=r._$Eh.get(t);if(i!==void 0&&this._$Em!==i){let o=r.getPropertyOptions(i),n=typeof o.converter=="function"?{fromAttribute:o.converter}:o.converter?.fromAttribute!==void 0?o.converter:P;this._$Em=i;let l=n.fromAttribute(e,o.type);this[i]=l??this._$Ej?.get(i)??l,this._$Em=null}}requestUpdate(t,e,r,i=!1,o){if(t!==void 0){let n=this.constructor;if(i===!1&&(o=this[t]),r??=n.getPropertyOptions(t),!((r.hasChanged??L)(o,e)||r.useDefault&&r.reflect&&o===this._$Ej?.get(t)&&!this.hasAttribute(n._$Eu(t,r))))return;this.C(t,e,r)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(t,e,{useDefault:r,reflect:i,wrapped:o},n){r&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,n??e??this[t]),o!==!0||n!==void 0)||(this._$AL.has(t)||(this.hasUpdated||r||(e=void 0),this._$AL.set(t,e)),i===!0&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let t=this.scheduleUpdate();return t!=null&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[i,o]of this._$Ep)this[i]=o;this._$Ep=void 0}let r=this.constructor.elementProperties;if(r.size>0)for(let[i,o]of r){let{wrapped:n}=o,l=this[i];n!==!0||this._$AL.has(i)||l===void 0||this.C(i,void 0,o,l)}}let t=!1,e=this._$AL;try{t=this.shouldUpdate(e),t?(this.willUpdate(e),this._$EO?.forEach(r=>r.hostUpdate?.()),this.update(e)):this._$EM()}catch(r){throw t=!1,this._$EM(),r}t&&this._$AE(e)}willUpdate(t){}_$AE(t){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(t){return!0}update(t){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(t){}firstUpdated(t){}};f.elementStyles=[],f.shadowRootOptions={mode:"open"},f[C("elementProperties")]=new Map,f[C("finalized")]=new Map,Pt?.({ReactiveElement:f}),(z.reactiveElementVersions??=[]).push("2.1.2");var Z=globalThis,lt=s=>s,j=Z.trustedTypes,ct=j?j.createPolicy("lit-html",{createHTML:s=>s}):void 0,G="$lit$",g=`lit$${Math.random().toFixed(9).slice(2)}$`,Q="?"+g,Ut=`<${Q}>`,x=document,R=()=>x.createComment(""),O=s=>s===null||typeof s!="object"&&typeof s!="function",X=Array.isArray,gt=s=>X(s)||typeof s?.[Symbol.iterator]=="function",J=`[ 	
\f\r]`,U=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,ht=/-->/g,dt=/>/g,_=RegExp(`>|${J}(?:([^\\s"'>=/]+)(${J}*=${J}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),pt=/'/g,ut=/"/g,mt=/^(?:script|style|textarea|title)$/i,Y=s=>(t,...e)=>({_$litType$:s,strings:t,values:e}),Wt=Y(1),Kt=Y(2),Ft=Y(3),A=Symbol.for("lit-noChange"),d=Symbol.for("lit-nothing"),ft=new WeakMap,v=x.createTreeWalker(x,129);function bt(s,t){if(!X(s)||!s.hasOwnProperty("raw"))throw Error("invalid template strings array");return ct!==void 0?ct.createHTML(t):t}var $t=(s,t)=>{let e=s.length-1,r=[],i,o=t===2?"<svg>":t===3?"<math>":"",n=U;for(let l=0;l<e;l++){let a=s[l],h,p,c=-1,u=0;for(;u<a.length&&(n.lastIndex=u,p=n.exec(a),p!==null);)u=n.lastIndex,n===U?p[1]==="!--"?n=ht:p[1]!==void 0?n=dt:p[2]!==void 0?(mt.test(p[2])&&(i=RegExp("</"+p[2],"g")),n=_):p[3]!==void 0&&(n=_):n===_?p[0]===">"?(n=i??U,c=-1):p[1]===void 0?c=-2:(c=n.lastIndex-p[2].length,h=p[1],n=p[3]===void 0?_:p[3]==='"'?ut:pt):n===ut||n===pt?n=_:n===ht||n===dt?n=U:(n=_,i=void 0);let m=n===_&&s[l+1].startsWith("/>")?" ":"";o+=n===U?a+Ut:c>=0?(r.push(h),a.slice(0,c)+G+a.slice(c)+g+m):a+g+(c===-2?l:m)}return[bt(s,o+(s[e]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),r]},T=class s{constructor({strings:t,_$litType$:e},r){let i;this.parts=[];let o=0,n=0,l=t.length-1,a=this.parts,[h,p]=$t(t,e);if(this.el=s.createElement(h,r),v.currentNode=this.el.content,e===2||e===3){let c=this.el.content.firstChild;c.replaceWith(...c.childNodes)}for(;(i=v.nextNode())!==null&&a.length<l;){if(i.nodeType===1){if(i.hasAttributes())for(let c of i.getAttributeNames())if(c.endsWith(G)){let u=p[n++],m=i.getAttribute(c).split(g),M=/([.?@])?(.*)/.exec(u);a.push({type:1,index:o,name:M[2],strings:m,ctor:M[1]==="."?D:M[1]==="?"?B:M[1]==="@"?I:w}),i.removeAttribute(c)}else c.startsWith(g)&&(a.push({type:6,index:o}),i.removeAttribute(c));if(mt.test(i.tagName)){let c=i.textContent.split(g),u=c.length-1;if(u>0){i.textContent=j?j.emptyScript:"";for(let m=0;m<u;m++)i.append(c[m],R()),v.nextNode(),a.push({type:2,index:++o});i.append(c[u],R())}}}else if(i.nodeType===8)if(i.data===Q)a.push({type:2,index:o});else{let c=-1;for(;(c=i.data.indexOf(g,c+1))!==-1;)a.push({type:7,index:o}),c+=g.length-1}o++}}static createElement(t,e){let r=x.createElement("template");return r.innerHTML=t,r}};function k(s,t,e=s,r){if(t===A)return t;let i=r!==void 0?e._$Co?.[r]:e._$Cl,o=O(t)?void 0:t._$litDirective$;return i?.constructor!==o&&(i?._$AO?.(!1),o===void 0?i=void 0:(i=new o(s),i._$AT(s,e,r)),r!==void 0?(e._$Co??=[])[r]=i:e._$Cl=i),i!==void 0&&(t=k(s,i._$AS(s,t.values),i,r)),t}var q=class{constructor(t,e){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=e}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:e},parts:r}=this._$AD,i=(t?.creationScope??x).importNode(e,!0);v.currentNode=i;let o=v.nextNode(),n=0,l=0,a=r[0];for(;a!==void 0;){if(n===a.index){let h;a.type===2?h=new S(o,o.nextSibling,this,t):a.type===1?h=new a.ctor(o,a.name,a.strings,this,t):a.type===6&&(h=new V(o,this,t)),this._$AV.push(h),a=r[++l]}n!==a?.index&&(o=v.nextNode(),n++)}return v.currentNode=x,i}p(t){let e=0;for(let r of this._$AV)r!==void 0&&(r.strings!==void 0?(r._$AI(t,r,e),e+=r.strings.length-2):r._$AI(t[e])),e++}},S=class s{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,e,r,i){this.type=2,this._$AH=d,this._$AN=void 0,this._$AA=t,this._$AB=e,this._$AM=r,this.options=i,this._$Cv=i?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,e=this._$AM;return e!==void 0&&t?.nodeType===11&&(t=e.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,e=this){t=k(this,t,e),O(t)?t===d||t==null||t===""?(this._$AH!==d&&this._$AR(),this._$AH=d):t!==this._$AH&&t!==A&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):gt(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==d&&O(this._$AH)?this._$AA.nextSibling.data=t:this.T(x.createTextNode(t)),this._$AH=t}$(t){let{values:e,_$litType$:r}=t,i=typeof r=="number"?this._$AC(t):(r.el===void 0&&(r.el=T.createElement(bt(r.h,r.h[0]),this.options)),r);if(this._$AH?._$AD===i)this._$AH.p(e);else{let o=new q(i,this),n=o.u(this.options);o.p(e),this.T(n),this._$AH=o}}_$AC(t){let e=ft.get(t.strings);return e===void 0&&ft.set(t.strings,e=new T(t)),e}k(t){X(this._$AH)||(this._$AH=[],this._$AR());let e=this._$AH,r,i=0;for(let o of t)i===e.length?e.push(r=new s(this.O(R()),this.O(R()),this,this.options)):r=e[i],r._$AI(o),i++;i<e.length&&(this._$AR(r&&r._$AB.nextSibling,i),e.length=i)}_$AR(t=this._$AA.nextSibling,e){for(this._$AP?.(!1,!0,e);t!==this._$AB;){let r=lt(t).nextSibling;lt(t).remove(),t=r}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},w=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,e,r,i,o){this.type=1,this._$AH=d,this._$AN=void 0,this.element=t,this.name=e,this._$AM=i,this.options=o,r.length>2||r[0]!==""||r[1]!==""?(this._$AH=Array(r.length-1).fill(new String),this.strings=r):this._$AH=d}_$AI(t,e=this,r,i){let o=this.strings,n=!1;if(o===void 0)t=k(this,t,e,0),n=!O(t)||t!==this._$AH&&t!==A,n&&(this._$AH=t);else{let l=t,a,h;for(t=o[0],a=0;a<o.length-1;a++)h=k(this,l[r+a],e,a),h===A&&(h=this._$AH[a]),n||=!O(h)||h!==this._$AH[a],h===d?t=d:t!==d&&(t+=(h??"")+o[a+1]),this._$AH[a]=h}n&&!i&&this.j(t)}j(t){t===d?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},D=class extends w{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===d?void 0:t}},B=class extends w{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==d)}},I=class extends w{constructor(t,e,r,i,o){super(t,e,r,i,o),this.type=5}_$AI(t,e=this){if((t=k(this,t,e,0)??d)===A)return;let r=this._$AH,i=t===d&&r!==d||t.capture!==r.capture||t.once!==r.once||t.passive!==r.passive,o=t!==d&&(r===d||i);i&&this.element.removeEventListener(this.name,this,r),o&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},V=class{constructor(t,e,r){this.element=t,this.type=6,this._$AN=void 0,this._$AM=e,this.options=r}get _$AU(){return this._$AM._$AU}_$AI(t){k(this,t)}},Jt={M:G,P:g,A:Q,C:1,L:$t,R:q,D:gt,V:k,I:S,H:w,N:B,U:I,B:D,F:V},Rt=Z.litHtmlPolyfillSupport;Rt?.(T,S),(Z.litHtmlVersions??=[]).push("3.3.3");var yt=(s,t,e)=>{let r=e?.renderBefore??t,i=r._$litPart$;if(i===void 0){let o=e?.renderBefore??null;r._$litPart$=i=new S(t.insertBefore(R(),o),o,void 0,e??{})}return i._$AI(s),i};var tt=globalThis,b=class extends f{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}update(t){let e=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=yt(e,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return A}};b._$litElement$=!0,b.finalized=!0,tt.litElementHydrateSupport?.({LitElement:b});var Ot=tt.litElementPolyfillSupport;Ot?.({LitElement:b});(tt.litElementVersions??=[]).push("4.2.2");var Tt={attribute:!0,type:String,converter:P,reflect:!1,hasChanged:L},Mt=(s=Tt,t,e)=>{let{kind:r,metadata:i}=e,o=globalThis.litPropertyMetadata.get(i);if(o===void 0&&globalThis.litPropertyMetadata.set(i,o=new Map),r==="setter"&&((s=Object.create(s)).wrapped=!0),o.set(e.name,s),r==="accessor"){let{name:n}=e;return{set(l){let a=t.get.call(this);t.set.call(this,l),this.requestUpdate(n,a,s,!0,l)},init(l){return l!==void 0&&this.C(n,void 0,s,l),l}}}if(r==="setter"){let{name:n}=e;return function(l){let a=this[n];t.call(this,l),this.requestUpdate(n,a,s,!0,l)}}throw Error("Unsupported decorator location: "+r)};function W(s){return(t,e)=>typeof e=="object"?Mt(s,t,e):((r,i,o)=>{let n=i.hasOwnProperty(o);return i.constructor.createProperty(o,r),n?Object.getOwnPropertyDescriptor(i,o):void 0})(s,t,e)}function he(s){return W({...s,state:!0,attribute:!1})}var $=(s,t,e)=>(e.configurable=!0,e.enumerable=!0,Reflect.decorate&&typeof t!="object"&&Object.defineProperty(s,t,e),e);function fe(s,t){return(e,r,i)=>{let o=n=>n.renderRoot?.querySelector(s)??null;if(t){let{get:n,set:l}=typeof r=="object"?e:i??(()=>{let a=Symbol();return{get(){return this[a]},set(h){this[a]=h}}})();return $(e,r,{get(){let a=n.call(this);return a===void 0&&(a=o(this),(a!==null||this.hasUpdated)&&l.call(this,a)),a}})}return $(e,r,{get(){return o(this)}})}}var Ht;function ye(s){return(t,e)=>$(t,e,{get(){return(this.renderRoot??(Ht??=document.createDocumentFragment())).querySelectorAll(s)}})}var Nt=y`
  :host {
    --kb-page: var(--primary-background-color, #fafafa);
    --kb-card: var(--card-background-color, #fff);
    --kb-text: var(--primary-text-color, #141414);
    --kb-soft: var(--secondary-text-color, #5e5e5e);
    --kb-line: var(--divider-color, rgba(0, 0, 0, 0.12));
    --kb-primary: var(--primary-color, #009ac7);
    --kb-accent: color-mix(in srgb, var(--kb-primary) 68%, #000);
    --kb-fill: color-mix(in srgb, var(--kb-primary) 68%, #000);
    --kb-tint: color-mix(in srgb, var(--kb-primary) 10%, var(--kb-card));
    --kb-good: #1b7a3d;
    --kb-bad: #b3261e;
    --kb-warn: #8a5300;
    --kb-alert: #b3261e;
    --kb-bad-tint: color-mix(in srgb, #d32f2f 8%, var(--kb-card));
    --kb-warn-tint: color-mix(in srgb, #f59f00 12%, var(--kb-card));
    --kb-radius: var(--ha-card-border-radius, 12px);
    --kb-touch: 44px;
    color: var(--kb-text);
  }
  :host([dark]) {
    --kb-accent: color-mix(in srgb, var(--kb-primary) 72%, #fff);
    --kb-tint: color-mix(in srgb, var(--kb-primary) 16%, var(--kb-card));
    --kb-good: #6dd58c;
    --kb-bad: #ff897d;
    --kb-warn: #ffb951;
    --kb-bad-tint: color-mix(in srgb, #ff5449 14%, var(--kb-card));
    --kb-warn-tint: color-mix(in srgb, #ffb951 13%, var(--kb-card));
    color-scheme: dark;
  }
`,zt=y`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h2,
  h3 {
    text-wrap: balance;
    word-break: auto-phrase;
  }
  h2 {
    font-size: 20px;
    line-height: 1.4;
    font-weight: 600;
  }
  h3 {
    font-size: 17px;
    line-height: 1.4;
    font-weight: 600;
  }
  p,
  li,
  dd,
  dt {
    line-height: 1.65;
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  a {
    color: var(--kb-accent);
  }
  .icon {
    flex: none;
    fill: currentColor;
    display: block;
  }
  .soft {
    color: var(--kb-soft);
  }
  .small {
    font-size: 14px;
  }
  .numbers {
    font-variant-numeric: tabular-nums;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  [hidden] {
    display: none !important;
  }
  :focus-visible {
    outline: 3px solid var(--kb-accent);
    outline-offset: 2px;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation-duration: 0.01ms !important;
      transition-duration: 0.01ms !important;
    }
  }
`,Lt=y`
  .button,
  .round {
    font: inherit;
    color: inherit;
    border: 0;
    background: none;
    cursor: pointer;
    min-height: var(--kb-touch);
    -webkit-tap-highlight-color: transparent;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    padding: 10px 20px;
    border-radius: 999px;
    font-weight: 600;
    line-height: 1.3;
    text-align: center;
    text-decoration: none;
    color: var(--kb-accent);
    background: var(--kb-tint);
    transition: filter 0.15s;
  }
  .button.primary {
    color: #fff;
    background: var(--kb-fill);
  }
  .button.danger {
    color: var(--kb-bad);
    background: var(--kb-bad-tint);
  }
  .button.quiet {
    background: none;
    padding-inline: 12px;
  }
  .button:hover:not(:disabled) {
    filter: brightness(0.95);
  }
  :host([dark]) .button:hover:not(:disabled) {
    filter: brightness(1.12);
  }
  .button:disabled,
  .round:disabled {
    opacity: 0.5;
    cursor: default;
  }
  .round {
    display: inline-grid;
    place-items: center;
    width: var(--kb-touch);
    height: var(--kb-touch);
    padding: 0;
    border-radius: 50%;
    flex: none;
  }
  .round:hover:not(:disabled) {
    background: color-mix(in srgb, currentColor 10%, transparent);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
  }
`,jt=y`
  .page {
    max-width: 1280px;
    margin: 0 auto;
    padding: 24px 24px 40px;
    display: grid;
    gap: 24px;
  }
  .page > * {
    min-width: 0;
  }
  .card {
    background: var(--kb-card);
    border: 1px solid var(--kb-line);
    border-radius: var(--kb-radius);
    padding: 20px;
  }
  .note {
    display: flex;
    gap: 12px;
    align-items: flex-start;
    padding: 12px 16px;
    border-radius: var(--kb-radius);
    background: var(--kb-tint);
    line-height: 1.6;
  }
  .note > .icon {
    margin-top: 1px;
    color: var(--kb-accent);
  }
  .note > div {
    flex: 1;
    min-width: 0;
  }
  .note.bad {
    background: var(--kb-bad-tint);
  }
  .note.bad > .icon {
    color: var(--kb-bad);
  }
  .note.warn {
    background: var(--kb-warn-tint);
  }
  .note.warn > .icon {
    color: var(--kb-warn);
  }
  .facts {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 4px 16px;
  }
  .facts dt {
    color: var(--kb-soft);
  }
  @media (max-width: 599px) {
    .page {
      padding: 16px 16px 32px;
      gap: 16px;
    }
    .card {
      padding: 16px;
    }
  }
`,qt=y`
  .field {
    display: grid;
    gap: 6px;
  }
  .field > label,
  .field > .label,
  legend {
    font-weight: 600;
    line-height: 1.5;
    padding: 0;
  }
  legend {
    margin-bottom: 8px;
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-width: 0;
  }
  .hint {
    color: var(--kb-soft);
    font-size: 14px;
    line-height: 1.6;
  }
  input[type="text"],
  input[type="password"],
  input[type="date"],
  input[type="time"],
  input[type="datetime-local"],
  input[type="search"],
  select,
  textarea {
    font: inherit;
    font-size: 16px;
    color: var(--kb-text);
    background: var(--kb-card);
    border: 1px solid color-mix(in srgb, var(--kb-text) 45%, var(--kb-card));
    border-radius: 8px;
    min-height: 48px;
    padding: 10px 12px;
    width: 100%;
    max-width: 100%;
    min-width: 0;
  }
  textarea {
    resize: vertical;
    min-height: 88px;
    line-height: 1.6;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: var(--kb-touch);
    padding: 8px 12px;
    border: 1px solid var(--kb-line);
    border-radius: 10px;
    cursor: pointer;
    line-height: 1.5;
  }
  .choice:has(:checked) {
    border-color: var(--kb-accent);
    background: var(--kb-tint);
  }
  .choice:has(:focus-visible) {
    outline: 3px solid var(--kb-accent);
    outline-offset: 2px;
  }
  .choice input:focus-visible {
    outline: none;
  }
  .choice input {
    width: 20px;
    height: 20px;
    margin: 0;
    flex: none;
    accent-color: var(--kb-fill);
  }
`,_t=[Nt,zt,Lt,jt,qt];function vt(s){return s.themes.darkMode===!0}function je(s,t){return s===t||s!==void 0&&t!==void 0&&s.language===t.language&&s.locale===t.locale&&s.config.time_zone===t.config.time_zone&&s.user===t.user&&s.auth===t.auth&&s.connection===t.connection}var et=class extends b{static{this.styles=_t}t(t,e){return this.panel.t(t,e)}willUpdate(t){t.has("panel")&&this.toggleAttribute("dark",vt(this.panel.hass))}};rt([W({attribute:!1})],et.prototype,"panel",2);export{y as a,Wt as b,Kt as c,A as d,d as e,Jt as f,b as g,W as h,he as i,fe as j,ye as k,_t as l,vt as m,je as n,et as o};
